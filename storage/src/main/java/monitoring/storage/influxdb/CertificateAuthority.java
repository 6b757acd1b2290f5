package monitoring.storage.influxdb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import okhttp3.OkHttpClient;

/** Trusts the certificates of a PEM file instead of those of the JDK. */
final class CertificateAuthority {

    private CertificateAuthority() {
    }

    static void trust(String file, OkHttpClient.Builder http) {
        if (file.isEmpty()) {
            return;
        }
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            X509TrustManager trust = (X509TrustManager) factory.getTrustManagers()[0];
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            http.sslSocketFactory(context.getSocketFactory(), trust);
        }
        catch (IOException | GeneralSecurityException ex) {
            throw new IllegalArgumentException("monitoring.influx.certificate-authority: " + file
                    + " (expected: a readable file of PEM certificates)", ex);
        }
    }

}
