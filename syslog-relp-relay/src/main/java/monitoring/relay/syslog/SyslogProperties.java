package monitoring.relay.syslog;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are understood.
 *
 * @param zone zone of times that name none
 * @param maxAge older times are replaced by the time of receipt
 * @param maxAhead times so far in the future are replaced too
 * @param maxFields most fields of one entry; what is more is kept in one text field
 * @param secrets names whose values are masked, beside the built-in ones; parts of names,
 * case does not matter
 */
@ConfigurationProperties("relay.syslog")
public record SyslogProperties(@DefaultValue("UTC") ZoneId zone, @DefaultValue("30d") Duration maxAge,
        @DefaultValue("1h") Duration maxAhead, @DefaultValue("200") int maxFields, @DefaultValue List<String> secrets) {

    public SyslogProperties {
        require(!maxAge.isNegative() && !maxAge.isZero(), "max-age", maxAge, "> 0s");
        require(!maxAhead.isNegative(), "max-ahead", maxAhead, ">= 0s");
        require(maxFields >= 1, "max-fields", maxFields, ">= 1");
        secrets = List.copyOf(secrets);
        require(secrets.stream().noneMatch(String::isBlank), "secrets", secrets, "no empty name");
    }

    /** The defaults. */
    public static SyslogProperties defaults() {
        return new SyslogProperties(ZoneId.of("UTC"), Duration.ofDays(30), Duration.ofHours(1), 200, List.of());
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("relay.syslog." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

}
