package monitoring.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A dashboard that ends TLS itself, asked over a real connection. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = { "spring.datasource.url=jdbc:h2:mem:tls;DB_CLOSE_DELAY=-1",
                "dashboard.first-password=correct horse", "monitoring.influx.url=http://127.0.0.1:1",
                "monitoring.elasticsearch.url=http://127.0.0.1:1" })
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private static final KeyStore keys = makeKeys();

    private final HttpClient http = HttpClient.newBuilder().sslContext(trusting()).build();

    private final int port;

    TlsTest(@Value("${local.server.port}") int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void certificate(DynamicPropertyRegistry registry) throws Exception {
        String certificate = pem("CERTIFICATE", keys.getCertificate("tls").getEncoded());
        String key = pem("PRIVATE KEY", keys.getKey("tls", PASSWORD).getEncoded());
        registry.add("dashboard.tls.certificate", () -> certificate);
        registry.add("dashboard.tls.private-key", () -> key);
    }

    @Test
    void givesASessionThatNobodyKnewBefore() throws Exception {
        HttpResponse<String> page = ask(HttpRequest.newBuilder(uri("/login")));
        String before = session(page);
        assertThat(cookie(page)).contains("Secure", "HttpOnly", "SameSite=Lax");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        String form = "username=admin&password=correct+horse&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        HttpResponse<String> in = ask(HttpRequest.newBuilder(uri("/login"))
            .header("Cookie", "MONITORING=" + before)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(in.headers().firstValue("Location").orElse("")).endsWith("/");
        assertThat(session(in)).isNotEqualTo(before);
        assertThat(ask(HttpRequest.newBuilder(uri("/account")).header("Cookie", "MONITORING=" + before)).statusCode())
            .isEqualTo(302);
        assertThat(
                ask(HttpRequest.newBuilder(uri("/account")).header("Cookie", "MONITORING=" + session(in))).statusCode())
            .isEqualTo(200);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return this.http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("https://localhost:" + this.port + path);
    }

    private static String cookie(HttpResponse<?> response) {
        return response.headers()
            .allValues("Set-Cookie")
            .stream()
            .filter((one) -> one.startsWith("MONITORING="))
            .findFirst()
            .orElse("");
    }

    private static String session(HttpResponse<?> response) {
        return cookie(response).replaceAll("MONITORING=([^;]*).*", "$1");
    }

    private static KeyStore makeKeys() {
        try {
            Path file = Files.createTempDirectory("tls").resolve("keys.p12");
            ProcessBuilder keytool = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
                    "tls", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-storetype",
                    "PKCS12", "-keystore", file.toString(), "-storepass:env", "PASS");
            keytool.environment().put("PASS", "changeit");
            Process process = keytool.redirectErrorStream(true).directory(file.getParent().toFile()).start();
            assertThat(process.waitFor()).isZero();
            return KeyStore.getInstance(file.toFile(), PASSWORD);
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static SSLContext trusting() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("tls", keys.getCertificate("tls"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static String pem(String name, byte[] content) {
        return "-----BEGIN " + name + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content)
                + "\n-----END " + name + "-----\n";
    }

}
