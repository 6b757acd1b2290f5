package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;

import javax.net.ssl.SSLContext;

import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;
import org.apache.http.message.BasicHeader;
import org.apache.http.ssl.SSLContexts;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestHighLevelClient;
import org.elasticsearch.client.RestHighLevelClientBuilder;

/** Makes the client of a cluster. */
final class Clients {

    private Clients() {
    }

    static RestHighLevelClient of(ElasticsearchProperties properties) {
        HttpHost[] nodes = properties.url()
            .stream()
            .map((node) -> new HttpHost(node.getHost(), port(node.getPort(), node.getScheme()), node.getScheme()))
            .toArray(HttpHost[]::new);
        RestClient client = RestClient.builder(nodes)
            .setDefaultHeaders(authorization(properties))
            .setCompressionEnabled(properties.compression())
            .setRequestConfigCallback(
                    (request) -> request.setConnectTimeout(Math.toIntExact(properties.connectTimeout().toMillis()))
                        .setSocketTimeout(Math.toIntExact(properties.readTimeout().toMillis())))
            .setHttpClientConfigCallback((http) -> secure(http, properties))
            .build();
        return new RestHighLevelClientBuilder(client).setApiCompatibilityMode(properties.compatibilityMode()).build();
    }

    private static int port(int port, String scheme) {
        return (port >= 0) ? port : scheme.equals("https") ? 443 : 80;
    }

    /** Sent with each request, without waiting to be asked. */
    private static Header[] authorization(ElasticsearchProperties properties) {
        if (properties.username().isEmpty()) {
            return new Header[0];
        }
        String login = properties.username() + ":" + properties.password();
        return new Header[] { new BasicHeader(HttpHeaders.AUTHORIZATION,
                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))) };
    }

    private static HttpAsyncClientBuilder secure(HttpAsyncClientBuilder http, ElasticsearchProperties properties) {
        // its cache of logins serializes one for each request
        http.disableAuthCaching();
        if (properties.ca() != null) {
            http.setSSLContext(trusting(properties.ca()));
        }
        return http;
    }

    private static SSLContext trusting(Path ca) {
        try (InputStream in = Files.newInputStream(ca)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("ca" + number++, certificate);
            }
            return SSLContexts.custom().loadTrustMaterial(trusted, null).build();
        }
        catch (IOException | GeneralSecurityException ex) {
            throw new IllegalArgumentException(
                    "monitoring.elasticsearch.ca: " + ca + " (expected: a file with PEM certificates)", ex);
        }
    }

}
