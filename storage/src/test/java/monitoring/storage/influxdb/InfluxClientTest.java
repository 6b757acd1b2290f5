package monitoring.storage.influxdb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Against a server that answers as it is told. */
class InfluxClientTest {

    private final CountDownLatch closing = new CountDownLatch(1);

    private HttpServer server;

    private int status = 204;

    private String answer = "";

    private byte[] body = {};

    private String authorization = "";

    private String encoding = "";

    @BeforeEach
    void start() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.server.createContext("/", this::handle);
        this.server.start();
    }

    @AfterEach
    void stop() {
        this.closing.countDown();
        this.server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        this.body = exchange.getRequestBody().readAllBytes();
        this.authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        this.encoding = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        if (this.status == 0) {
            await();
        }
        byte[] bytes = this.answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(this.status, (bytes.length == 0) ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void await() throws IOException {
        try {
            this.closing.await(10, TimeUnit.SECONDS);
        }
        catch (InterruptedException ex) {
            throw new IOException(ex);
        }
    }

    @ParameterizedTest
    @CsvSource({ "401, unable to parse authentication credentials, false", "403, not authorized, false",
            "404, database not found, false", "413, Request Entity Too Large, false", "429, slow down, true",
            "500, engine: error, true", "503, Service Unavailable, true" })
    void saysWhatTheServerAnsweredAndWhetherItPasses(int status, String words, boolean retryable) {
        this.status = status;
        this.answer = "{\"error\":\"" + words + "\"}";

        assertThatExceptionOfType(MetricStoreException.class).isThrownBy(() -> store().write(List.of(sample())))
            .withMessageContaining(url() + "/write?db=cf_metric_db answered " + status + ": ")
            .withMessageContaining(words)
            .satisfies((ex) -> assertThat(ex.isRetryable()).isEqualTo(retryable));
        assertThatExceptionOfType(MetricStoreException.class).isThrownBy(() -> store().check())
            .withMessageContaining(url() + "/query answered " + status)
            .satisfies((ex) -> assertThat(ex.isRetryable()).isEqualTo(retryable));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "{\"results\":[{\"error\":\"query-timeout limit exceeded\"}]}|query-timeout|true",
                    "{\"results\":[{\"error\":\"database not found: x\"}]}|database not found|false",
                    "{\"error\":\"engine is closed\"}|engine is closed|true", "<html>a proxy</html>|proxy|false",
                    "{\"results\":7}|results|false" })
    void readsErrorsOutOfAnswersThatLookWell(String answer, String words, boolean retryable) {
        this.status = 200;
        this.answer = answer;

        assertThatExceptionOfType(MetricStoreException.class).isThrownBy(() -> store().check())
            .withMessageContaining(url() + "/query")
            .satisfies((ex) -> assertThat(ex.isRetryable()).isEqualTo(retryable));
    }

    @Test
    void waitsNoLongerThanItMay() {
        this.status = 0;

        assertThatExceptionOfType(MetricStoreException.class).isThrownBy(() -> store().write(List.of(sample())))
            .withMessageContaining("did not answer")
            .satisfies((ex) -> assertThat(ex.isRetryable()).isTrue());
    }

    @Test
    void compressesWhatItWrites() throws IOException {
        store().write(List.of(sample()));

        assertThat(this.encoding).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(this.body)).readAllBytes())
            .asString(StandardCharsets.UTF_8)
            .isEqualTo("cf_metrics,id=a value=1 1000\n");
    }

    @Test
    void signsInAndTellsNoPassword() {
        this.status = 401;
        this.answer = "{\"error\":\"authorization failed\"}";
        MetricStore store = new InfluxConfiguration().metricStore(properties().as("monitor", "geheim"));

        assertThatExceptionOfType(MetricStoreException.class).isThrownBy(() -> store.write(List.of(sample())))
            .satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("geheim", "monitor:"));
        assertThat(this.authorization).isEqualTo("Basic bW9uaXRvcjpnZWhlaW0=");
    }

    @Test
    void refusesACertificateAuthorityThatIsNone() {
        InfluxProperties defaults = properties();

        assertThatIllegalArgumentException()
            .isThrownBy(() -> new InfluxConfiguration()
                .metricStore(new InfluxProperties(defaults.url(), "", "", defaults.retention(), "/does/not/exist.pem",
                        true, 10, defaults.timeouts(), defaults.databases(), defaults.measurements())))
            .withMessage("monitoring.influx.certificate-authority: /does/not/exist.pem"
                    + " (expected: a readable file of PEM certificates)");
    }

    private MetricStore store() {
        return new InfluxConfiguration().metricStore(properties());
    }

    private InfluxProperties properties() {
        Duration wait = Duration.ofMillis(500);
        return InfluxProperties.at(URI.create(url())).within(new InfluxProperties.Timeouts(wait, wait, wait));
    }

    private String url() {
        return "http://127.0.0.1:" + this.server.getAddress().getPort();
    }

    private static Sample sample() {
        return Sample.of(Measurement.VM, Map.of(Tags.ID, "a"), 1, Instant.ofEpochSecond(1));
    }

}
