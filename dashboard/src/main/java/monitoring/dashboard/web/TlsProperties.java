package monitoring.dashboard.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the dashboard itself ends TLS; off while both are empty, as behind a router that
 * does.
 *
 * @param certificate chain as PEM, or where it is, such as {@code file:/etc/tls/cert.pem}
 * @param privateKey its key as PEM (PKCS #8), or where it is
 */
@ConfigurationProperties("dashboard.tls")
record TlsProperties(@DefaultValue("") String certificate, @DefaultValue("") String privateKey) {

    TlsProperties {
        if (certificate.isBlank() != privateKey.isBlank()) {
            throw new IllegalArgumentException("dashboard.tls."
                    + (certificate.isBlank() ? "certificate: nothing (expected: that of dashboard.tls.private-key)"
                            : "private-key: nothing (expected: that of dashboard.tls.certificate)"));
        }
    }

    boolean isOn() {
        return !this.certificate.isBlank();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return isOn() ? "TLS" : "no TLS";
    }

}
