package monitoring.autoscale;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import monitoring.autoscale.AutoScaleProperties.Dialect;
import monitoring.autoscale.ScaleResult.Outcome;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class AutoScaleClientTest {

    private static final String GUID = "6f1c8a52-5f1c-4b8e-9a53-0d2c6a3f7b11";

    private static final String PAASTA = "/external/app/updateApp";

    private static final String ENGINE = "/v1/apps/" + GUID + "/scale";

    private static final String CF = "/v3/processes/" + GUID + "/actions/scale";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final WireMockExtension server = WireMockExtension.newInstance()
        .options(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort())
        .build();

    @Test
    void sendsWhatPaastasServerExpects() throws IOException {
        server.stubFor(post(PAASTA).willReturn(aResponse().withBody("3")));
        ScaleResult result = client(Dialect.PAASTA).scale(out());
        assertThat(result).isEqualTo(new ScaleResult(Outcome.SCALED, 3, null, 200, "3"));
        server.verify(1,
                postRequestedFor(urlEqualTo(PAASTA)).withHeader("Content-Type", equalTo("application/json"))
                    .withoutHeader("Authorization")
                    .withRequestBody(equalToJson(resource("paasta-request.json"))));
    }

    @ParameterizedTest
    @CsvSource({ "200, 2, NOOP", "200, '', UNKNOWN", "200, oops, FAILED", "204, '', REJECTED", "400, false, REJECTED",
            "417, CFException, FAILED", "501, none, FAILED",
            // the portal may have scaled before the router or itself broke off: asked
            // again, it scales once more
            "408, slow, UNKNOWN", "500, down, UNKNOWN", "502, router, UNKNOWN", "504, router, UNKNOWN" })
    void readsPaastasAnswers(int status, String body, Outcome expected) {
        server.stubFor(post(PAASTA).willReturn(aResponse().withStatus(status).withBody(body)));
        assertThat(client(Dialect.PAASTA).scale(out()).outcome()).isEqualTo(expected);
        server.verify(1, postRequestedFor(urlEqualTo(PAASTA)));
    }

    @Test
    void neverRepeatsWhatPaastasServerMayHaveDone() {
        server.stubFor(post(PAASTA).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(client(Dialect.PAASTA).scale(out()).outcome()).isEqualTo(Outcome.UNKNOWN);
        server.verify(1, postRequestedFor(urlEqualTo(PAASTA)));
    }

    @Test
    void saysUnknownAfterATimeout() {
        server.stubFor(post(PAASTA).willReturn(aResponse().withFixedDelay(5_000).withBody("3")));
        ScaleResult result = client(Dialect.PAASTA, Duration.ofMillis(200)).scale(out());
        assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.detail()).contains(server.baseUrl(), "autoscale.url");
    }

    @Test
    void waitsNotForeverForTheRestOfAnAnswer() throws IOException {
        HttpServer stalling = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CountDownLatch over = new CountDownLatch(1);
        stalling.createContext("/", (exchange) -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('3');
            exchange.getResponseBody().flush();
            await(over);
        });
        stalling.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + stalling.getAddress().getPort());
            AutoScaleClient client = AutoScaleClient.to(new AutoScaleProperties(null, url, null, null, null,
                    Duration.ofMillis(200), Duration.ofMillis(300)), CLOCK);
            ScaleResult result = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> client.scale(out()));
            assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(result.detail()).contains("no whole answer within PT0.5S");
        }
        finally {
            over.countDown();
            stalling.stop(0);
        }
    }

    @Test
    void readsNoMoreOfAnAnswerThanAnAutoScaleServerSays() {
        server.stubFor(post(PAASTA).willReturn(aResponse().withBody("3" + " ".repeat(200_000))));
        assertThat(client(Dialect.PAASTA).scale(out()).outcome()).isEqualTo(Outcome.SCALED);
        server.stubFor(post(PAASTA).willReturn(aResponse().withBody("3" + " ".repeat(300_000))));
        ScaleResult result = client(Dialect.PAASTA).scale(out());
        assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.detail()).isEqualTo(
                server.baseUrl() + PAASTA + " sent an answer of more than 262144 bytes (expected: at most so many);"
                        + " is autoscale.url that of an AutoScale server?");
        server.verify(2, postRequestedFor(urlEqualTo(PAASTA)));
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void knowsThatANameNobodyKnowsWasNotAsked() {
        AutoScaleClient client = AutoScaleClient.to(
                new AutoScaleProperties(null, URI.create("http://nobody.invalid"), null, null, null, null, null),
                CLOCK);
        assertThat(client.scale(out()).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void stopsAskingAServerThatTakesRequestsAndFallsSilent() {
        server.stubFor(post(PAASTA).willReturn(aResponse().withFixedDelay(5_000).withBody("3")));
        AutoScaleClient client = client(Dialect.PAASTA, Duration.ofMillis(100));
        for (int i = 0; i < 3; i++) {
            assertThat(client.scale(out()).outcome()).isEqualTo(Outcome.UNKNOWN);
        }
        ScaleResult result = client.scale(out());
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.detail()).contains("did not answer 3 times in a row; not asked again before");
        server.verify(3, postRequestedFor(urlEqualTo(PAASTA)));
    }

    @Test
    void saysThatNothingWasAskedWhileTheUaaIsSilent() {
        server.stubFor(post("/oauth/token").willReturn(aResponse().withFixedDelay(5_000)));
        ScaleResult result = client(Dialect.CF_V3, Duration.ofMillis(100)).scale(out());
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.status()).isZero();
        assertThat(result.detail()).contains("/oauth/token did not answer");
        server.verify(1, postRequestedFor(urlEqualTo("/oauth/token")));
        server.verify(0, postRequestedFor(urlEqualTo(CF)));
    }

    @Test
    void stopsAskingAServerThatIsNotThere() {
        AutoScaleClient client = AutoScaleClient
            .to(new AutoScaleProperties(null, URI.create("http://127.0.0.1:1"), null, null, null, null, null), CLOCK);
        for (int i = 0; i < 3; i++) {
            assertThat(client.scale(out()).detail()).contains("http://127.0.0.1:1", "is not reachable");
        }
        assertThat(client.scale(out()).detail()).contains("not asked again before 2026-11-21T09:00:30Z");
    }

    @Test
    void sendsATriggerToTheScalingEngine() throws IOException {
        server.stubFor(post(ENGINE).willReturn(aResponse().withBody(
                "{\"app_id\":\"x\",\"status\":0,\"adjustment\":2,\"cool_down_expired_at\":1795252200000000000}")));
        ScaleResult result = client(Dialect.CF_APP_AUTOSCALER).scale(out());
        assertThat(result.outcome()).isEqualTo(Outcome.SCALED);
        assertThat(result.instances()).isEqualTo(4);
        assertThat(result.coolDownUntil()).isEqualTo(Instant.ofEpochSecond(1795252200));
        server.verify(1,
                postRequestedFor(urlEqualTo(ENGINE)).withRequestBody(equalToJson(resource("engine-request.json"))));
    }

    @Test
    void tellsWhenTheEngineIgnoresATrigger() {
        server.stubFor(post(ENGINE).willReturn(aResponse().withBody("{\"status\":2,\"adjustment\":0}")));
        assertThat(client(Dialect.CF_APP_AUTOSCALER).scale(out()).outcome()).isEqualTo(Outcome.IGNORED);
    }

    @Test
    void scalesByTheCloudControllerWithAFreshToken() {
        token("first", "second");
        server.stubFor(
                post(CF).withHeader("Authorization", equalTo("Bearer first")).willReturn(aResponse().withStatus(401)));
        server.stubFor(post(CF).withHeader("Authorization", equalTo("Bearer second"))
            .willReturn(aResponse().withStatus(202).withBody("{}")));
        ScaleResult result = client(Dialect.CF_V3).scale(out());
        assertThat(result).isEqualTo(new ScaleResult(Outcome.SCALED, 4, null, 202, "accepted"));
        server.verify(postRequestedFor(urlEqualTo(CF)).withRequestBody(equalToJson("{\"instances\":4}")));
        server.verify(2, postRequestedFor(urlEqualTo("/oauth/token"))
            .withRequestBody(containing("grant_type=password&username=admin&password=p%26w")));
    }

    @ParameterizedTest
    @CsvSource({ "404, REJECTED, 1", "422, FAILED, 1", "503, FAILED, 3" })
    void readsTheCloudControllersAnswers(int status, Outcome expected, int calls) {
        token("first", "second");
        server.stubFor(post(CF).willReturn(aResponse().withStatus(status).withBody("why")));
        ScaleResult result = client(Dialect.CF_V3).scale(out());
        assertThat(result).isEqualTo(new ScaleResult(expected, null, null, status, "why"));
        server.verify(calls, postRequestedFor(urlEqualTo(CF)));
    }

    /** Each whole, with its token, takes no longer than one answer may: here 1.5 s. */
    @ParameterizedTest
    @EnumSource(names = { "CF_V3", "CF_APP_AUTOSCALER" })
    void waitsForSilenceOnce(Dialect dialect) {
        token("first", "second");
        URI url = URI.create(server.baseUrl());
        String path = (dialect == Dialect.CF_V3) ? CF : ENGINE;
        server.stubFor(post(path).willReturn(aResponse().withFixedDelay(20_000)));
        AutoScaleProperties.Uaa uaa = new AutoScaleProperties.Uaa(url, "admin", "p&w", null, null);
        AutoScaleClient client = AutoScaleClient.to(
                new AutoScaleProperties(dialect, url, null, null, uaa, Duration.ofMillis(100), Duration.ofMillis(1400)),
                CLOCK);
        long begin = System.nanoTime();
        ScaleResult result = client.scale(out());
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(2_800));
        assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.detail()).contains(server.baseUrl(), "did not answer");
    }

    @Test
    void saysHowOftenAndHowLongTheCloudControllerWasAsked() {
        token("first", "second");
        server.stubFor(post(CF).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        ScaleResult result = client(Dialect.CF_V3).scale(out());
        assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.detail()).endsWith("; asked 3 time(s), within PT8S in all");
        server.verify(3, postRequestedFor(urlEqualTo(CF)));
    }

    private static void token(String first, String second) {
        server.stubFor(post("/oauth/token").inScenario("token")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("again")
            .willReturn(WireMock.okJson("{\"access_token\":\"" + first + "\",\"expires_in\":600}")));
        server.stubFor(post("/oauth/token").inScenario("token")
            .whenScenarioStateIs("again")
            .willReturn(WireMock.okJson("{\"access_token\":\"" + second + "\",\"expires_in\":600}")));
    }

    private static ScaleRequest out() {
        return new ScaleRequest("d-1", GUID, "shop", new ScaleRequest.Usage(ScaleRequest.Cause.CPU, 93.42, 41, 80), 2,
                4);
    }

    private static AutoScaleClient client(Dialect dialect) {
        return client(dialect, Duration.ofSeconds(5));
    }

    private static AutoScaleClient client(Dialect dialect, Duration readTimeout) {
        URI url = URI.create(server.baseUrl());
        AutoScaleProperties.Uaa uaa = new AutoScaleProperties.Uaa(url, "admin", "p&w", null, null);
        return AutoScaleClient.to(new AutoScaleProperties(dialect, url, null, null, uaa, null, readTimeout), CLOCK);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(AutoScaleClientTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

}
