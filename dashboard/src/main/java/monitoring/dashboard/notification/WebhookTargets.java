package monitoring.dashboard.notification;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Says whether a webhook may go to an address: not into the own network, unless a key
 * allows it.
 */
@Component
@EnableConfigurationProperties(NotificationProperties.class)
class WebhookTargets {

    private final boolean privateAllowed;

    WebhookTargets(NotificationProperties properties) {
        this.privateAllowed = properties.allowPrivateWebhooks();
    }

    boolean isAllowed(@Nullable URI target) {
        if (target == null || target.getHost() == null || target.getUserInfo() != null) {
            return false;
        }
        boolean http = "https".equals(target.getScheme()) || "http".equals(target.getScheme());
        return http && (this.privateAllowed || isPublic(target.getHost()));
    }

    private static boolean isPublic(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host.replaceAll("^\\[|]$", ""))) {
                if (isReserved(address)) {
                    return false;
                }
            }
            return true;
        }
        catch (UnknownHostException ex) {
            return false;
        }
    }

    /**
     * Also what Java has no name for: shared, benchmarking, reserved, unique local and
     * NAT64 addresses.
     */
    private static boolean isReserved(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean reserved = (bytes.length == 16) ? (first & 0xfe) == 0xfc || (first == 0 && second == 0x64) : first == 0
                || first >= 240 || (first == 100 && (second & 0xc0) == 64) || (first == 198 && (second & 0xfe) == 18);
        return reserved || address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                || address.isAnyLocalAddress() || address.isMulticastAddress();
    }

}
