package monitoring.batch.notify;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When and how often somebody is told.
 *
 * @param dashboardUrl base of the links in messages
 * @param groupWait how long the first message of an incident waits for more alarms
 * @param groupInterval alarms that join an incident are told at most so often
 * @param escalateAfter the next receivers are told when nobody acknowledged for so long
 * @param digestAbove more incidents than this for one receiver at once are one message
 * @param tableRows alarms listed in one message at most
 * @param retryDelay first pause after a failed attempt; doubles up to 15 minutes
 * @param giveUpAfter a message that could not be delivered for so long is given up
 * @param attemptTimeout an attempt that was not finished for so long is taken for dead
 * @param acknowledgeWithin how long the link of a mail is good for; 0 for mails without
 * @param telegramUrl where Telegram's bots are reached
 */
@ConfigurationProperties("batch.notify")
public record NotifyProperties(@DefaultValue("http://127.0.0.1:8080") URI dashboardUrl,
        @DefaultValue("0s") Duration groupWait, @DefaultValue("1m") Duration groupInterval,
        @DefaultValue("15m") Duration escalateAfter, @DefaultValue("5") int digestAbove,
        @DefaultValue("50") int tableRows, @DefaultValue("10s") Duration retryDelay,
        @DefaultValue("24h") Duration giveUpAfter, @DefaultValue("1m") Duration attemptTimeout,
        @DefaultValue("24h") Duration acknowledgeWithin, @DefaultValue("https://api.telegram.org") URI telegramUrl) {

    public NotifyProperties {
        if (dashboardUrl.getHost() == null) {
            throw new IllegalArgumentException("batch.notify.dashboard-url: " + dashboardUrl
                    + " (expected: such as https://monitoring.example.org)");
        }
        notNegative("group-wait", groupWait);
        notNegative("group-interval", groupInterval);
        notNegative("escalate-after", escalateAfter);
        notNegative("acknowledge-within", acknowledgeWithin);
        atLeastASecond("retry-delay", retryDelay);
        atLeastASecond("give-up-after", giveUpAfter);
        atLeastASecond("attempt-timeout", attemptTimeout);
        if (digestAbove < 1 || tableRows < 1) {
            throw new IllegalArgumentException("batch.notify.digest-above and table-rows: " + digestAbove + " and "
                    + tableRows + " (expected: >= 1)");
        }
    }

    /** Address of a page of the dashboard. */
    String dashboard(String path) {
        return this.dashboardUrl.toString().replaceAll("/+$", "") + path;
    }

    private static void notNegative(String key, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("batch.notify." + key + ": " + value + " (expected: >= 0s)");
        }
    }

    private static void atLeastASecond(String key, Duration value) {
        if (value.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("batch.notify." + key + ": " + value + " (expected: >= 1s)");
        }
    }

}
