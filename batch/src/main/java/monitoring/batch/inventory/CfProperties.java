package monitoring.batch.inventory;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The cloud controller; off where no URL is given.
 *
 * @param apiUrl such as {@code https://api.system.example.org}
 * @param uaaUrl its UAA; asked of the cloud controller where empty
 * @param username of a user who may read all spaces; empty for client credentials
 * @param password of the user
 * @param client OAuth client
 * @param clientSecret of the client
 * @param caCertificate file with the CA (PEM); the JVM's if none is given
 * @param skipTlsVerification take any certificate
 * @param timeout of each answer
 */
@ConfigurationProperties("batch.cf")
public record CfProperties(@Nullable URI apiUrl, @Nullable URI uaaUrl, @DefaultValue("") String username,
        @DefaultValue("") String password, @DefaultValue("cf") String client, @DefaultValue("") String clientSecret,
        @DefaultValue("") String caCertificate, @DefaultValue("false") boolean skipTlsVerification,
        @DefaultValue("30s") Duration timeout) {

    public CfProperties {
        Addresses.check("batch.cf.api-url", apiUrl);
        Addresses.check("batch.cf.uaa-url", uaaUrl);
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("batch.cf.timeout: " + timeout + " (expected: > 0s)");
        }
    }

    @Override
    public String toString() {
        // the record's own would print the password
        return "cloud controller " + this.apiUrl;
    }

}
