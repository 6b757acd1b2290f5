package monitoring.batch.inventory;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The BOSH director; off where no URL is given.
 *
 * @param url such as {@code https://10.0.0.6:25555}
 * @param username for basic authentication, or of a UAA user or client
 * @param password of it
 * @param client whether username is a UAA client
 * @param caCertificate file with the CA of the director and its UAA (PEM); the JVM's if
 * none is given
 * @param skipTlsVerification take any certificate
 * @param deployments only these; all where empty
 * @param cellPrefix jobs that begin so run containers
 * @param timeout of each answer
 * @param directors more directors, with the same keys
 */
@ConfigurationProperties("batch.bosh")
public record BoshProperties(@Nullable URI url, @DefaultValue("") String username, @DefaultValue("") String password,
        @DefaultValue("false") boolean client, @DefaultValue("") String caCertificate,
        @DefaultValue("false") boolean skipTlsVerification, @DefaultValue Set<String> deployments, @DefaultValue( {
                "cell", "diego-cell" }) List<String> cellPrefix,
        @DefaultValue("30s") Duration timeout, @DefaultValue List<BoshProperties> directors){

    public BoshProperties {
        Addresses.check("batch.bosh.url", url);
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("batch.bosh.timeout: " + timeout + " (expected: > 0s)");
        }
        deployments = Set.copyOf(deployments);
        cellPrefix = List.copyOf(cellPrefix);
        directors = List.copyOf(directors);
    }

    /** Whether a job runs containers. */
    boolean isCell(String job) {
        return this.cellPrefix.stream().anyMatch(job::startsWith);
    }

    @Override
    public String toString() {
        return "BOSH director " + this.url; // the record's own would print the password
    }

}
