package monitoring.relay.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

/**
 * Lets in the peers that are permitted: by the certificate's fingerprint, which needs no
 * authority, or by an authority's signature and one of the certificate's names.
 */
final class PermittedPeers extends X509ExtendedTrustManager {

    private static final int DNS_NAME = 2;

    private final List<PeerPattern> fingerprints;

    private final List<PeerPattern> names;

    private final @Nullable X509TrustManager authorities;

    PermittedPeers(List<String> permitted, @Nullable X509TrustManager authorities) {
        List<PeerPattern> all = permitted.stream().map(PeerPattern::new).toList();
        this.fingerprints = all.stream().filter(PeerPattern::isFingerprint).toList();
        this.names = all.stream().filter((peer) -> !peer.isFingerprint()).toList();
        this.authorities = authorities;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        for (PeerPattern fingerprint : this.fingerprints) {
            if (fingerprint.matches(chain[0])) {
                return;
            }
        }
        if (this.authorities == null) {
            throw new CertificateException("relay.tls.permitted-peers has no fingerprint of the certificate of "
                    + chain[0].getSubjectX500Principal());
        }
        this.authorities.checkClientTrusted(chain, type);
        List<String> found = namesOf(chain[0]);
        boolean anybody = this.names.isEmpty() && this.fingerprints.isEmpty();
        if (!anybody && this.names.stream().noneMatch((name) -> name.matches(found))) {
            throw new CertificateException(
                    "relay.tls.permitted-peers: " + this.names + " (but the certificate's names are " + found + ")");
        }
    }

    /** The DNS names; the common name only where there is none, as RFC 6125 has it. */
    static List<String> namesOf(X509Certificate certificate) throws CertificateException {
        List<String> names = new ArrayList<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives != null) {
            for (List<?> alternative : alternatives) {
                if (Integer.valueOf(DNS_NAME).equals(alternative.get(0))) {
                    names.add(String.valueOf(alternative.get(1)));
                }
            }
        }
        return names.isEmpty() ? commonNames(certificate) : names;
    }

    private static List<String> commonNames(X509Certificate certificate) throws CertificateException {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()
                .stream()
                .filter((rdn) -> rdn.getType().equalsIgnoreCase("CN"))
                .map(Rdn::getValue)
                .map(String::valueOf)
                .toList();
        }
        catch (InvalidNameException ex) {
            throw new CertificateException("The certificate's subject cannot be read", ex);
        }
    }

    /**
     * Empty if self-signed certificates are permitted: their owners do not show them
     * else.
     */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return (this.authorities == null || !this.fingerprints.isEmpty()) ? new X509Certificate[0]
                : this.authorities.getAcceptedIssuers();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("The relay is no client");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, type);
    }

}
