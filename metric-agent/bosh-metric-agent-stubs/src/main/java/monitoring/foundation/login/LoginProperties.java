package monitoring.foundation.login;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call the simulated APIs.
 *
 * @param password of every user and the secret of every client; empty: any is taken, as
 * nothing here is real and it listens on loopback
 * @param tokenLifetime how long a token is good for
 */
@ConfigurationProperties("foundation.login")
public record LoginProperties(@DefaultValue("") String password, @DefaultValue("10m") Duration tokenLifetime) {

    public LoginProperties {
        if (tokenLifetime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "foundation.login.token-lifetime: " + tokenLifetime + " (expected: >= 1s)");
        }
    }

    @Override
    public String toString() {
        // never the password
        return "LoginProperties[tokenLifetime=" + this.tokenLifetime + "]";
    }

}
