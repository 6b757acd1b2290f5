package monitoring.relay.tls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PermittedPeersTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({ "a.example.net,a.example.net,true", "A.example.NET,a.example.net,true",
            "*.example.net,a.example.net,true", "*.example.net,a.b.example.net,false",
            "*.example.net,example.net,false", "vm*.example.net,vm17.example.net,true",
            "*-vm.example.net,a-vm.example.net,true", "*-vm.example.net,a-vn.example.net,false", "*,vm,true",
            "*,a.b,false", "a.example.net,b.example.net,false" })
    void matchesNamesComponentByComponent(String pattern, String name, boolean matches) {
        assertThat(PeerPattern.isValid(pattern)).isTrue();
        assertThat(new PeerPattern(pattern).matches(List.of(name))).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({ "a*b.net", "SHA256:AB:CD", "MD5:AB", "a..net", "'a b'" })
    void refusesPatternsThatMatchNothing(String pattern) {
        assertThat(PeerPattern.isValid(pattern)).isFalse();
    }

    @Test
    void permitsByFingerprintWithoutAnyAuthority() throws Exception {
        X509Bundle peer = new CertificateBuilder().subject("CN=vm")
            .setIsCertificateAuthority(true)
            .rsa2048()
            .buildSelfSigned();
        X509Bundle other = new CertificateBuilder().subject("CN=vm")
            .setIsCertificateAuthority(true)
            .rsa2048()
            .buildSelfSigned();
        for (String algorithm : List.of("SHA1", "SHA256")) {
            PermittedPeers peers = new PermittedPeers(List.of(fingerprint(algorithm, peer.getCertificate())), null);
            assertThatNoException().isThrownBy(() -> peers.checkClientTrusted(chain(peer), "RSA"));
            assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> peers.checkClientTrusted(chain(other), "RSA"));
            assertThat(peers.getAcceptedIssuers()).isEmpty();
        }
    }

    @Test
    void permitsByNameIfTheAuthoritySigned() throws Exception {
        X509Bundle ca = new CertificateBuilder().subject("CN=ca")
            .setIsCertificateAuthority(true)
            .rsa2048()
            .buildSelfSigned();
        X509Bundle strange = new CertificateBuilder().subject("CN=ca")
            .setIsCertificateAuthority(true)
            .rsa2048()
            .buildSelfSigned();
        Path file = Files.writeString(this.folder.resolve("ca.pem"), ca.getCertificatePEM());
        PermittedPeers peers = new PermittedPeers(List.of("*.cell.example.net"), PemFiles.authorities(file));
        assertThatNoException().isThrownBy(() -> peers.checkClientTrusted(signed(ca, "a.cell.example.net"), "RSA"));
        assertThatExceptionOfType(CertificateException.class)
            .isThrownBy(() -> peers.checkClientTrusted(signed(ca, "a.router.example.net"), "RSA"))
            .withMessageContaining("a.router.example.net");
        assertThatExceptionOfType(CertificateException.class)
            .isThrownBy(() -> peers.checkClientTrusted(signed(strange, "a.cell.example.net"), "RSA"));
    }

    @Test
    void readsTheKeysThatCredHubMakes() throws Exception {
        X509Bundle bundle = new CertificateBuilder().subject("CN=a")
            .setIsCertificateAuthority(true)
            .rsa2048()
            .buildSelfSigned();
        byte[] pkcs8 = bundle.getKeyPair().getPrivate().getEncoded();
        // behind the head of PKCS#8
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        Path file = Files.writeString(this.folder.resolve("key.pem"), "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pkcs1) + "\n-----END RSA PRIVATE KEY-----\n");
        assertThat(PemFiles.privateKey(file)).isEqualTo(bundle.getKeyPair().getPrivate());
    }

    private static X509Certificate[] signed(X509Bundle ca, String name) throws Exception {
        return chain(new CertificateBuilder().subject("CN=vm").addSanDnsName(name).rsa2048().buildIssuedBy(ca));
    }

    private static X509Certificate[] chain(X509Bundle bundle) {
        return new X509Certificate[] { bundle.getCertificate() };
    }

    static String fingerprint(String algorithm, X509Certificate certificate) throws Exception {
        byte[] digest = MessageDigest.getInstance(algorithm.replace("SHA", "SHA-")).digest(certificate.getEncoded());
        return algorithm + ":" + HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    }

}
