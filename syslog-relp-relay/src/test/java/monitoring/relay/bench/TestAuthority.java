package monitoring.relay.bench;

import java.nio.file.Files;
import java.nio.file.Path;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

/** Certificates of a relay and of a sender, as PEM files. */
final class TestAuthority {

    private final Path folder;

    private final X509Bundle authority;

    TestAuthority(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.authority = new CertificateBuilder().subject("CN=ca")
            .setIsCertificateAuthority(true)
            .rsa2048()
            .buildSelfSigned();
        write("ca", this.authority);
        issue("relay", "relay.example.net");
        issue("vm", "vm1.cell.example.net");
    }

    private void issue(String name, String host) throws Exception {
        write(name,
                new CertificateBuilder().subject("CN=" + host)
                    .addSanDnsName(host)
                    .rsa2048()
                    .buildIssuedBy(this.authority));
    }

    private void write(String name, X509Bundle bundle) throws Exception {
        Files.writeString(key(name), bundle.getPrivateKeyPEM());
        Files.writeString(certificate(name), bundle.getCertificatePEM());
    }

    Path certificate(String name) {
        return this.folder.resolve(name + ".pem");
    }

    Path key(String name) {
        return this.folder.resolve(name + ".key");
    }

}
