package monitoring.batch.job;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether several instances judge the values of one alarm run together.
 *
 * @param enabled whether the instance that leads the run gives values to others
 * @param brokerUrl address of an ActiveMQ Artemis, such as tcp://10.0.0.9:61616
 * @param username empty: without
 * @param password of the user
 * @param queue through which work is given
 * @param workers parts that this instance judges at the same time; 0: it only leads
 * @param timeout after which the leading instance judges by itself what nobody judged
 */
@ConfigurationProperties("batch.remote")
public record RemoteProperties(@DefaultValue("false") boolean enabled,
        @DefaultValue("tcp://127.0.0.1:61616") String brokerUrl, @DefaultValue("") String username,
        @DefaultValue("") String password, @DefaultValue("monitoring.alarm") String queue,
        @DefaultValue("1") int workers, @DefaultValue("50s") Duration timeout) {

    public RemoteProperties {
        require(brokerUrl.matches("\\(?(tcp|ssl)://.+"), "broker-url", brokerUrl, "tcp://host:port");
        require(username.isEmpty() == password.isEmpty(), "username and password", "only one of them is set",
                "both or none");
        require(!queue.isBlank(), "queue", queue, "a name");
        require(workers >= 0 && workers <= 16, "workers", workers, "0..16");
        require(timeout.compareTo(Duration.ofSeconds(1)) >= 0, "timeout", timeout, ">= 1s");
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("batch.remote." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

    @Override
    public String toString() {
        return "Artemis at " + this.brokerUrl; // never the password
    }

}
