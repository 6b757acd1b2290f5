package monitoring.metricagent.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;
import monitoring.storage.metric.Sample;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class RepReaderTest {

    private static final Instant TIME = Instant.parse("2026-11-21T09:00:00Z");

    private static final long LONG = 32L * 1024 * 1024;

    private HttpServer rep;

    private int status = 200;

    private String body = "[]";

    @BeforeEach
    void start() throws IOException {
        this.rep = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.rep.createContext("/", (exchange) -> {
            byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(this.status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        this.rep.start();
    }

    @AfterEach
    void stop() {
        this.rep.stop(0);
    }

    @Test
    void readsPaastasRep() throws IOException {
        this.body = """
                [{"limits":{"fds":16384,"mem":4096,"disk":1024},
                  "usage_metrics":{"memory_usage_in_bytes":123456789,"disk_usage_in_bytes":9007199254740993,
                                   "time_spent_in_cpu":1500000000},
                  "container_id":"c-1","interface_id":"s-010255116050","application_id":"6f1c8a52",
                  "application_index":"2","application_name":"shop: \\"1\\"","application_uris":[]}]""";
        List<Sample> samples = reader().read(TIME);
        assertThat(samples).hasSize(3).allSatisfy((sample) -> {
            assertThat(sample.tags()).containsEntry("application_name", "shop: \"1\"")
                .containsEntry("application_index", "2")
                .containsEntry("container_interface", "s-010255116050")
                .containsEntry("cell_ip", "10.0.1.17")
                .doesNotContainKey("application_url");
            assertThat(sample.fields().get("app_mem").longValue()).isEqualTo(4294967296L);
        });
        assertThat(value(samples, "cpu_usage_total")).isEqualTo(1.5);
        assertThat(value(samples, "memory_usage")).isEqualTo(123456789);
    }

    @Test
    void readsDiegosOwnRep() throws IOException {
        this.body = """
                {"cell_id":"83bd66e5","lrps":[{"instance_guid":"i-1",
                  "process_guid":"6f1c8a52-5f1c-4b8e-9a53-0d2c6a3f7b11-aaaaaaaa-5f1c-4b8e-9a53-0d2c6a3f7b11","index":1,
                  "cpu_usage_fraction":0.2,"disk_usage_bytes":10,"disk_quota_bytes":100,
                  "memory_usage_bytes":20,"memory_quota_bytes":200,"rx_bytes":5,"tx_bytes":6}],"tasks":[]}""";
        List<Sample> samples = reader().read(TIME);
        assertThat(samples).allSatisfy((sample) -> assertThat(sample.tags())
            .containsEntry("application_id", "6f1c8a52-5f1c-4b8e-9a53-0d2c6a3f7b11")
            .containsEntry("container_interface", "i-1-10.0.1.17"));
        assertThat(value(samples, "tx_bytes")).isEqualTo(6);
    }

    @Test
    void saysWhatIsWrongWithTheRep() {
        this.status = 503;
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> reader().read(TIME))
            .withMessageContaining("answered 503");
        this.status = 200;
        this.body = "<html>";
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> reader().read(TIME))
            .withMessageContaining("(expected: containers of a rep)");
        this.rep.stop(0);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> reader().read(TIME))
            .withMessageContaining("is metric-agent.container.url right?");
    }

    @Test
    void waitsNotForeverForTheRestOfAnAnswer() {
        CountDownLatch over = new CountDownLatch(1);
        this.rep.createContext("/v1/containers", (exchange) -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            await(over);
        });
        RepReader reader = new RepReader(uri(), "10.0.1.17", "cell", Duration.ofMillis(500));
        try {
            assertTimeoutPreemptively(Duration.ofSeconds(10),
                    () -> assertThatExceptionOfType(IOException.class).isThrownBy(() -> reader.read(TIME))
                        .withMessageContaining("no whole answer within PT0.5S"));
        }
        finally {
            over.countDown();
        }
    }

    @Test
    void readsTheContainersOfALargeCell() throws IOException {
        String container = """
                {"limits":{"fds":16384,"mem":4096,"disk":1024},"usage_metrics":{"memory_usage_in_bytes":123456789,\
                "disk_usage_in_bytes":9007199254740993,"time_spent_in_cpu":1500000000},"container_id":"c-%1$d",\
                "interface_id":"s-%1$012d","application_id":"%1$036d","application_index":"0",\
                "application_name":"shop-%1$d","application_uris":["shop-%1$d.apps.example.com"]}""";
        this.body = IntStream.range(0, 2_000).mapToObj(container::formatted).collect(Collectors.joining(",", "[", "]"));
        assertThat(reader().read(TIME)).hasSize(6_000);
    }

    /** Blanks, one long word, or one long number keep the parser at it. */
    @ParameterizedTest
    @ValueSource(strings = { " ", "a", "1" })
    void refusesWhatIsLongerThanAnyCellHasToSay(String letter) {
        this.body = "[" + letter.repeat(1024 * 1024) + "]";
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> reader().read(TIME))
            .withMessage(uri() + " sent an answer of more than 1048576 bytes (expected: at most so many); "
                    + "is metric-agent.container.url that of the cell's rep?");
    }

    @Test
    void refusesANameThatIsSaidTwice() {
        this.body = "[{\"container_id\":\"a\",\"container_id\":\"b\"}]";
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> reader().read(TIME))
            .withMessage(uri() + " answered what is no JSON (expected: containers of a rep)");
    }

    @Test
    void readsALargeAnswerButNotOneWithoutEnd() throws IOException {
        this.body = "[" + " ".repeat(256 * 1024) + "]";
        assertThat(reader().read(TIME)).isEmpty();
        HttpServer endless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] spaces = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
        AtomicLong sent = new AtomicLong();
        endless.createContext("/", (exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            // many times what is read, unless the reader hangs up
            while (sent.addAndGet(spaces.length) < LONG) {
                exchange.getResponseBody().write(spaces);
            }
            exchange.close();
        });
        endless.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + endless.getAddress().getPort() + "/v1/containers");
            assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new RepReader(uri, "10.0.0.1", "cell").read(TIME))
                .withMessageContaining(uri
                        + " sent an answer of more than 1048576 bytes (expected: at most so many); is metric-agent.container.url");
            assertThat(sent.get()).isLessThan(LONG);
        }
        finally {
            endless.stop(0);
        }
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private RepReader reader() {
        return new RepReader(uri(), "10.0.1.17", "cell");
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + this.rep.getAddress().getPort() + "/v1/containers");
    }

    private static double value(List<Sample> samples, String name) {
        return samples.stream()
            .filter((sample) -> name.equals(sample.tags().get("name")))
            .findFirst()
            .orElseThrow()
            .fields()
            .get("value")
            .doubleValue();
    }

}
