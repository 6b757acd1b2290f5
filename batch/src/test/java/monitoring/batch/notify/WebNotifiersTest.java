package monitoring.batch.notify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import monitoring.batch.notify.DeliveryException.Outcome;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Incident;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.MessageText;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.Delivery;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.notification.Receiver.Channel;
import monitoring.storage.policy.Severity;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingStreak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Chat, Telegram and webhooks against an HTTP server. */
class WebNotifiersTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private final AtomicReference<String> path = new AtomicReference<>("");

    private final AtomicReference<String> body = new AtomicReference<>("");

    private final AtomicReference<String> signature = new AtomicReference<>("");

    private HttpServer server;

    private int status = 200;

    private URI url;

    @BeforeEach
    void listen() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.server.createContext("/", this::answer);
        this.server.start();
        this.url = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        this.server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        this.path.set(exchange.getRequestURI().getPath());
        this.body.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        this.signature.set(String.valueOf(exchange.getRequestHeaders().getFirst("X-Monitoring-Signature")));
        exchange.sendResponseHeaders(this.status, -1);
        exchange.close();
    }

    @Test
    void postsToAChatWithoutMentioningAnybody() {
        Receipt receipt = new ChatNotifier(properties(), new WebhookProperties(true), clock())
            .send(message(Channel.CHAT_WEBHOOK, this.url + "/hooks/x", ""));
        assertThat(receipt.text().body()).contains("web<!channel>/0");
        assertThat(text("text")).contains("web&lt;!channel&gt;/0").doesNotContain("<!channel>").contains("91.00%");
    }

    @Test
    void writesToATelegramGroup() {
        Receipt receipt = new TelegramNotifier(properties(), clock())
            .send(message(Channel.TELEGRAM, "-100123", "12:token"));
        assertThat(receipt.text()).isEqualTo(new MessageText("", text("text")));
        assertThat(this.path).hasValue("/bot12:token/sendMessage");
        assertThat(text("chat_id")).isEqualTo("-100123");
    }

    @Test
    void neverShowsTheToken() {
        this.status = 403;
        assertThatExceptionOfType(DeliveryException.class)
            .isThrownBy(() -> new TelegramNotifier(properties(), clock())
                .send(message(Channel.TELEGRAM, "-100123", "12:token")))
            .withMessageContaining("403")
            .withMessageNotContaining("token");
    }

    @Test
    void signsWhatItPosts() {
        Receipt receipt = new WebhookNotifier(properties(), new WebhookProperties(true))
            .send(message(Channel.WEBHOOK, this.url + "/in", "key"));
        assertThat(receipt.text()).isEqualTo(new MessageText("", this.body.get()));
        assertThat(this.signature).hasValue("sha256=" + WebhookNotifier.hmac("key", this.body.get()));
        JsonNode alarm = JsonMapper.shared().readTree(this.body.get()).path("alarms").get(0);
        assertThat(alarm.path("value").asDouble()).isEqualTo(91);
        assertThat(alarm.path("url").asString()).isEqualTo("https://monitoring.example.org/incident/7");
    }

    @Test
    void postsTheFactsOfAScaling() {
        Receiver receiver = new Receiver("1", "ops", Channel.WEBHOOK, this.url + "/in", "",
                Receiver.Scope.of(Origin.APP), new Receiver.Style(Locale.ENGLISH, ZoneOffset.UTC, 0), true);
        ScalingDecision decision = new ScalingDecision("d1", "guid", "shop", ScalingDecision.Action.OUT, Resource.CPU,
                91.5, 80, 2, 3, NOW);
        new WebhookNotifier(properties(), new WebhookProperties(true))
            .send(new ScalingMessage("<9@monitoring.example.org>", receiver,
                    List.of(new ScalingMessage.Item(
                            new Notification("9", null, null, "1", Reason.SCALED, "d1", Delivery.queued(NOW), NOW),
                            new ScalingEvent(decision, ScalingEvent.Outcome.SCALED, 200, "3", NOW), "acme / dev",
                            new ScalingStreak(0, NOW)))));
        JsonNode body = JsonMapper.shared().readTree(this.body.get());
        assertThat(body.path("scalings").get(0).path("to").asInt()).isEqualTo(3);
        assertThat(body.path("scalings").get(0).path("outcome").asString()).isEqualTo("SCALED");
        assertThat(body.has("alarms")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "429, NOT_TAKEN", "503, NOT_TAKEN", "404, REFUSED", "400, REFUSED" })
    void knowsWhatToTryAgain(int status, Outcome outcome) {
        this.status = status;
        assertThatExceptionOfType(DeliveryException.class)
            .isThrownBy(() -> new WebhookNotifier(properties(), new WebhookProperties(true))
                .send(message(Channel.WEBHOOK, this.url + "/in", "")))
            .satisfies((ex) -> assertThat(ex.outcome()).isEqualTo(outcome));
    }

    private String text(String field) {
        return JsonMapper.shared().readTree(this.body.get()).path(field).asString();
    }

    private NotifyProperties properties() {
        return new NotifyProperties(URI.create("https://monitoring.example.org"), Duration.ZERO, Duration.ZERO,
                Duration.ofMinutes(15), 5, 50, Duration.ofSeconds(10), Duration.ofHours(24), Duration.ofMinutes(1),
                Duration.ZERO, this.url);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    static Message message(Channel channel, String address, String secret) {
        Receiver receiver = new Receiver("1", "ops", channel, address, secret, Receiver.Scope.of(Origin.VM),
                new Receiver.Style(Locale.ENGLISH, ZoneOffset.UTC, 0), true);
        Alarm alarm = new Alarm("5", new AlarmTarget(Origin.VM, "guid", "web<!channel>/0", "10.0.0.1", "cf", "z1", ""),
                Resource.CPU, Severity.CRITICAL, AlarmState.RAISED, new Alarm.Reading(91, 90, NOW),
                Alarm.Progress.startedAt(NOW.minusSeconds(300)), "7");
        Incident incident = new Incident("7", "web/0 CPU CRITICAL", Severity.CRITICAL, Incident.State.OPEN, NOW, null,
                "5", null, "vm:guid", "");
        Notification notification = new Notification("9", "7", "5", "1", Reason.RAISED, "once", Delivery.queued(NOW),
                NOW);
        return new AlarmMessage("<notification-9@monitoring.example.org>", null, receiver,
                List.of(new AlarmMessage.Item(notification, alarm, incident, "")));
    }

}
