package monitoring.storage.elasticsearch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Logs that PaaS-TA's logsearch kept: they are found and shown beside our own, never
 * written.
 *
 * @param index pattern of its indices, such as {@code logstash-*}; empty for none
 */
@ConfigurationProperties("monitoring.elasticsearch.old-logs")
public record OldLogsProperties(@DefaultValue("") String index) {

    /** Reads no old logs. */
    public static final OldLogsProperties NONE = new OldLogsProperties("");

    public OldLogsProperties {
        if (!index.matches("(?:[a-z][a-z0-9.-]{0,99}\\*?)?")) {
            throw new IllegalArgumentException("monitoring.elasticsearch.old-logs.index: " + index
                    + " (expected: a pattern such as logstash-*, or nothing)");
        }
    }

    boolean isThere() {
        return !this.index.isEmpty();
    }

}
