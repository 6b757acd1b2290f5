package monitoring.storage.jdbc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Gives the connections of a pool an end to their patience: by themselves the drivers
 * wait for ever for an answer, and a job that waits keeps its lease. What the address or
 * the pool's own driver properties say stays.
 */
final class DriverTimeouts {

    private final SqlProperties properties;

    DriverTimeouts(SqlProperties properties) {
        this.properties = properties;
    }

    /** Before the pool opens its first connection. */
    void apply(HikariDataSource pool) {
        String url = String.valueOf(pool.getJdbcUrl());
        Properties own = pool.getDataSourceProperties();
        Set<String> said = said(url);
        of(url).forEach((name, value) -> {
            if (!own.containsKey(name) && !said.contains(name.toLowerCase(Locale.ROOT))) {
                pool.addDataSourceProperty(name, value);
            }
        });
    }

    /** PostgreSQL's driver reckons in seconds, MariaDB's in milliseconds; H2 has none. */
    private Map<String, String> of(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return Map.of("connectTimeout", String.valueOf(this.properties.connectTimeout().toSeconds()),
                    "socketTimeout", String.valueOf(this.properties.readTimeout().toSeconds()), "tcpKeepAlive", "true");
        }
        if (url.startsWith("jdbc:mariadb:")) {
            return Map.of("connectTimeout", String.valueOf(this.properties.connectTimeout().toMillis()),
                    "socketTimeout", String.valueOf(this.properties.readTimeout().toMillis()), "tcpKeepAlive", "true");
        }
        return Map.of();
    }

    /** The parameters of an address, in lower case. */
    private static Set<String> said(String url) {
        int query = url.indexOf('?');
        return (query < 0) ? Set.of()
                : Arrays.stream(url.substring(query + 1).split("&"))
                    .map((parameter) -> parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
    }

}
