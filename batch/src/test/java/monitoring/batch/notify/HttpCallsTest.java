package monitoring.batch.notify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpServer;
import monitoring.batch.notify.DeliveryException.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where a webhook leads, and where it does not. */
class HttpCallsTest {

    /** Stands for an address outside, and one in the platform's own network. */
    private static final String OUTSIDE = "127.0.0.1";

    private static final String INSIDE = "127.0.0.2";

    private final List<String> asked = new ArrayList<>();

    private final AtomicInteger toldInside = new AtomicInteger();

    private HttpServer outside;

    private HttpServer inside;

    @BeforeEach
    void start() throws IOException {
        this.outside = server(OUTSIDE, 0, () -> this.asked.add("outside"));
        this.inside = server(INSIDE, this.outside.getAddress().getPort(), this.toldInside::incrementAndGet);
    }

    @AfterEach
    void stop() {
        this.outside.stop(0);
        this.inside.stop(0);
    }

    private static HttpServer server(String address, int port, Runnable told) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
        server.createContext("/", (exchange) -> {
            told.run();
            boolean moved = exchange.getRequestURI().getPath().equals("/moved");
            exchange.getResponseHeaders().add("Location", "http://" + INSIDE + ":" + port + "/");
            exchange.sendResponseHeaders(moved ? 302 : 204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void connectsToTheAddressThatWasChecked() {
        List<String> answers = new ArrayList<>(List.of(OUTSIDE, INSIDE, INSIDE));
        HttpCalls calls = calls((host) -> {
            this.asked.add(host);
            return addresses(answers.remove(0));
        });

        assertThat(calls.post(uri("rebound.example").toString(), "{}", Map.of()))
            .startsWith("rebound.example answered 204");
        assertThat(this.asked).containsExactly("rebound.example", "outside");

        assertThatExceptionOfType(DeliveryException.class)
            .isThrownBy(() -> calls.post(uri("rebound.example").toString(), "{}", Map.of()))
            .withMessageContaining("rebound.example lies in the platform's own network")
            .extracting(DeliveryException::outcome)
            .isEqualTo(Outcome.REFUSED);
        assertThat(this.toldInside).hasValue(0);
    }

    @Test
    void refusesAHostOfWhichOneAddressIsInside() {
        HttpCalls calls = calls((host) -> new InetAddress[] { addresses(OUTSIDE)[0], addresses(INSIDE)[0] });
        assertThatExceptionOfType(DeliveryException.class)
            .isThrownBy(() -> calls.post(uri("both.example").toString(), "{}", Map.of()))
            .withMessageContaining("batch.webhook.allow-private");
        assertThat(this.asked).isEmpty();
    }

    @Test
    void followsNoRedirect() {
        HttpCalls calls = calls((host) -> addresses(OUTSIDE));
        assertThatExceptionOfType(DeliveryException.class)
            .isThrownBy(() -> calls.post(uri("moved.example").resolve("/moved").toString(), "{}", Map.of()))
            .withMessageContaining("answered 302");
        assertThat(this.toldInside).hasValue(0);
    }

    @Test
    void readsTheBeginningOfAnAnswerWithoutEnd() throws IOException {
        long much = 1024L * 1024 * 1024;
        AtomicLong sent = new AtomicLong();
        byte[] words = "no end ".repeat(10_000).getBytes(UTF_8);
        this.outside.createContext("/endless", (exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            while (sent.addAndGet(words.length) < much) {
                exchange.getResponseBody().write(words);
            }
            exchange.close();
        });
        assertThat(calls((host) -> addresses(OUTSIDE)).post(uri("endless.example").resolve("/endless").toString(), "{}",
                Map.of()))
            .startsWith("endless.example answered 200 no end")
            .hasSizeLessThan(300);
        assertThat(sent.get()).isLessThan(much);
    }

    @Test
    void saysThatNothingWasTakenWhereNobodyListensOrNothingIsKnown() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(OUTSIDE))) {
            free = socket.getLocalPort();
        }
        HttpCalls away = calls((host) -> addresses(OUTSIDE));
        HttpCalls unknown = calls((host) -> {
            throw new UnknownHostException(host);
        });
        for (HttpCalls calls : List.of(away, unknown)) {
            assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> calls.post("http://away.example:" + free + "/secret", "{}", Map.of()))
                .satisfies((ex) -> assertThat(ex.outcome()).isEqualTo(Outcome.NOT_TAKEN))
                .satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:9/", "http://localhost:9/", "http://10.0.0.1/", "http://[::1]:9/",
            "http://169.254.169.254/latest", "http://2130706433:9/", "file:///etc/passwd", "http:///", "",
            "not an address", "http://[bad/" })
    void refusesTheOwnNetworkUnlessAllowed(String address) {
        HttpCalls calls = new HttpCalls(WebhookRoute.of(new WebhookProperties(false)));
        assertThatExceptionOfType(DeliveryException.class).isThrownBy(() -> calls.post(address, "{}", Map.of()))
            .satisfies((ex) -> assertThat(ex.outcome()).isEqualTo(Outcome.REFUSED));
    }

    private URI uri(String host) {
        return URI.create("http://" + host + ":" + this.outside.getAddress().getPort() + "/");
    }

    private static HttpCalls calls(WebhookRoute.Lookup lookup) {
        return new HttpCalls(new WebhookRoute(lookup, (address) -> address.getHostAddress().equals(INSIDE)));
    }

    private static InetAddress[] addresses(String address) throws UnknownHostException {
        return new InetAddress[] { InetAddress.getByName(address) };
    }

}
