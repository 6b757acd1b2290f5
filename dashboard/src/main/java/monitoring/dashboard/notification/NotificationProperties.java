package monitoring.dashboard.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What receivers may be.
 *
 * @param allowPrivateWebhooks whether webhooks may go into private networks
 */
@ConfigurationProperties("dashboard.notification")
record NotificationProperties(@DefaultValue("false") boolean allowPrivateWebhooks) {
}
