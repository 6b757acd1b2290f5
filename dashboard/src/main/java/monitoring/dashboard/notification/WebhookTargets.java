package monitoring.dashboard.notification;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

import monitoring.storage.notification.OwnNetwork;

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
                if (OwnNetwork.contains(address)) {
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
