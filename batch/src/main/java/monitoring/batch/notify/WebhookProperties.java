package monitoring.batch.notify;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where webhooks may go.
 *
 * @param allowPrivate whether also into the platform's own network
 */
@ConfigurationProperties("batch.webhook")
public record WebhookProperties(@DefaultValue("false") boolean allowPrivate) {
}
