package monitoring.batch.notify;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Redis in which PaaS-TA's user portal finds app alarms.
 *
 * @param host its address; empty: the inbox is not written
 * @param port its port
 * @param tls whether the connection is protected
 * @param username to sign in with; empty for Redis's default user
 * @param password to sign in with; empty for none
 * @param database number of the database
 * @param timeout of connecting and of each answer
 * @param keep how long an alarm stays there that the portal does not take
 * @param unread so many unread alarms of an app are kept at most
 */
@ConfigurationProperties("batch.app-inbox")
public record AppInboxProperties(@DefaultValue("") String host, @DefaultValue("6379") int port,
        @DefaultValue("false") boolean tls, @DefaultValue("") String username, @DefaultValue("") String password,
        @DefaultValue("0") int database, @DefaultValue("2s") Duration timeout, @DefaultValue("30d") Duration keep,
        @DefaultValue("1000") int unread) {

    public AppInboxProperties {
        require(port >= 1 && port <= 65535, "port", port, "1..65535");
        require(database >= 0, "database", database, ">= 0");
        require(timeout.toMillis() >= 1, "timeout", timeout, "> 0s");
        require(keep.compareTo(Duration.ofMinutes(1)) >= 0, "keep", keep, ">= 1m");
        require(unread >= 1, "unread", unread, ">= 1");
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "batch.app-inbox." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

    boolean isConfigured() {
        return !this.host.isBlank();
    }

    @Override
    public String toString() {
        return this.host + ":" + this.port + "/" + this.database; // without the password
    }

}
