package monitoring.httpanswers;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How much is read of an answer, and how long it is waited for. */
class WholeAnswerTest {

    /** Three bytes a letter: some of them are cut by the pieces that arrive. */
    private static final String TEXT = "감시".repeat(50_000);

    private static final int SIZE = TEXT.getBytes(StandardCharsets.UTF_8).length;

    private static final long MUCH = 64L * 1024 * 1024;

    private final CountDownLatch over = new CountDownLatch(1);

    private final AtomicLong sent = new AtomicLong();

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.server.setExecutor(Executors.newCachedThreadPool());
        this.server.createContext("/told", (exchange) -> answer(exchange, SIZE));
        this.server.createContext("/chunked", (exchange) -> answer(exchange, 0));
        this.server.createContext("/empty", (exchange) -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        this.server.createContext("/silent", (exchange) -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            await();
        });
        this.server.createContext("/endless", (exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
            // ends somewhen, so that the test does, where nobody hangs up
            while (this.sent.addAndGet(blanks.length) < MUCH) {
                exchange.getResponseBody().write(blanks);
            }
            exchange.close();
        });
        this.server.start();
    }

    @AfterEach
    void stop() {
        this.over.countDown();
        this.server.stop(0);
    }

    private static void answer(HttpExchange exchange, int length) throws IOException {
        exchange.sendResponseHeaders(200, length);
        exchange.getResponseBody().write(TEXT.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private void await() {
        try {
            this.over.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/told", "/chunked" })
    void readsAnAnswerThatIsAsLongAsItMayBeAndNoneThatIsAByteLonger(String path) throws Exception {
        assertThat(ask(path, Duration.ofSeconds(30), SIZE)).isEqualTo(TEXT);
        assertThatExceptionOfType(LongAnswerException.class)
            .isThrownBy(() -> ask(path, Duration.ofSeconds(30), SIZE - 1))
            .withMessage("an answer of more than 299999 bytes (expected: at most so many)");
    }

    @Test
    void readsNothingWhereThereIsNothing() throws Exception {
        assertThat(ask("/empty", Duration.ofSeconds(30), 1)).isEmpty();
    }

    @Test
    void hangsUpOnAnAnswerWithoutEnd() {
        assertThatExceptionOfType(LongAnswerException.class)
            .isThrownBy(() -> ask("/endless", Duration.ofSeconds(30), 100_000));
        assertThat(this.sent.get()).isLessThan(MUCH);
    }

    @Test
    void waitsNotForeverForTheRestOfAnAnswer() {
        assertThatExceptionOfType(LateAnswerException.class)
            .isThrownBy(() -> ask("/silent", Duration.ofMillis(300), 100_000))
            .withMessage("no whole answer within PT0.3S");
    }

    @Test
    void passesOnWhyThereIsNoAnswer() {
        URI nobody = URI.create("http://127.0.0.1:1");
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> WholeAnswer
            .to(HttpRequest.newBuilder(nobody).build(), HttpClient.newHttpClient(), Duration.ofSeconds(30), 1));
    }

    private String ask(String path, Duration within, int largest) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path);
        return WholeAnswer.to(HttpRequest.newBuilder(uri).build(), HttpClient.newHttpClient(), within, largest).body();
    }

}
