package monitoring.dashboard.notification;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Says whether a webhook may go to an address: not into the own network, unless a key
 * allows it.
 */
@Component
class WebhookTargets {

    private final boolean privateAllowed;

    WebhookTargets(@Value("${dashboard.notification.allow-private-webhooks:false}") boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
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
                byte first = address.getAddress()[0];
                boolean unique = address.getAddress().length == 16 && (first & 0xfe) == 0xfc;
                if (address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                        || address.isAnyLocalAddress() || address.isMulticastAddress() || unique) {
                    return false;
                }
            }
            return true;
        }
        catch (UnknownHostException ex) {
            return false;
        }
    }

}
