package monitoring.storage.jdbc;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is waited for the SQL server at {@code spring.datasource.url}. A timeout in
 * that address, or among {@code spring.datasource.hikari.data-source-properties}, wins.
 *
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long a statement may go unanswered, waiting for locks included;
 * migrations may take as long as they need; 0 for ever
 */
@ConfigurationProperties("monitoring.sql")
public record SqlProperties(@DefaultValue("5s") Duration connectTimeout, @DefaultValue("5m") Duration readTimeout) {

    public SqlProperties {
        require(connectTimeout.compareTo(Duration.ofSeconds(1)) >= 0, "connect-timeout", connectTimeout, ">= 1s");
        require(readTimeout.isZero() || readTimeout.compareTo(Duration.ofSeconds(1)) >= 0, "read-timeout", readTimeout,
                ">= 1s, or 0s for ever");
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "monitoring.sql." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

}
