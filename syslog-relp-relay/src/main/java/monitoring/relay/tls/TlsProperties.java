package monitoring.relay.tls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The relay's certificate and whom it lets in. Without a certificate nothing listens with
 * TLS.
 *
 * @param certificate file with the relay's certificate and those between it and the root
 * (PEM)
 * @param privateKey file with its key (PEM; PKCS#8, or PKCS#1 for RSA)
 * @param ca file with the authorities that sign the peers' certificates (PEM)
 * @param permittedPeers names as in the peers' certificates, with {@code *} for one or
 * part of one component, or fingerprints such as {@code SHA256:AB:CD:...} or
 * {@code SHA1:AB:CD:...}; a fingerprint needs no authority
 * @param clientCertificate whether a peer must have a certificate
 * @param reloadInterval how often the files are looked at for a change
 */
@ConfigurationProperties("relay.tls")
public record TlsProperties(@Nullable Path certificate, @Nullable Path privateKey, @Nullable Path ca,
        @DefaultValue List<String> permittedPeers, @DefaultValue("required") ClientCertificate clientCertificate,
        @DefaultValue("10s") Duration reloadInterval) {

    public TlsProperties {
        permittedPeers = List.copyOf(permittedPeers);
        require((certificate == null) == (privateKey == null), "private-key", privateKey,
                "a file, together with relay.tls.certificate");
        readable("certificate", certificate);
        readable("private-key", privateKey);
        readable("ca", ca);
        for (String peer : permittedPeers) {
            require(PeerPattern.isValid(peer), "permitted-peers", peer, "a name, *.a.name, SHA256:... or SHA1:...");
        }
        boolean names = permittedPeers.stream().anyMatch((peer) -> !PeerPattern.isFingerprint(peer));
        require(ca != null || !names, "ca", ca, "a file, for relay.tls.permitted-peers has names");
        require(certificate == null || clientCertificate == ClientCertificate.NONE || ca != null
                || !permittedPeers.isEmpty(), "ca", ca,
                "a file, or fingerprints in relay.tls.permitted-peers, or relay.tls.client-certificate: none");
        require(!reloadInterval.isNegative() && !reloadInterval.isZero(), "reload-interval", reloadInterval, "> 0s");
    }

    /** Whether anything can listen with TLS. */
    public boolean isEnabled() {
        return this.certificate != null;
    }

    private static void readable(String key, @Nullable Path file) {
        require(file == null || Files.isReadable(file), key, file, "a file that can be read");
    }

    private static void require(boolean holds, String key, @Nullable Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("relay.tls." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

    /** Whether a peer must have a certificate. */
    public enum ClientCertificate {

        /** Who has none, or a wrong one, is turned away. */
        REQUIRED,
        /** Nobody is asked for one. */
        NONE

    }

}
