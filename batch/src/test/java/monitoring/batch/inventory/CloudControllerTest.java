package monitoring.batch.inventory;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.Change;
import monitoring.storage.metric.ContainerPlacement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Apps as the cloud controller tells them, and their instances with or without points.
 */
class CloudControllerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private static final String ORGANIZATIONS = "/v3/organizations?per_page=5000";

    private static final String SPACES = "/v3/spaces?per_page=5000";

    private static final String APPS = "/v3/apps?per_page=5000";

    private static final String PROCESSES = "/v3/processes?types=web&per_page=5000";

    private static final String STATS = "/v3/processes/p1/stats";

    private final ScriptedApi api = new ScriptedApi();

    private final RecordedInventory inventory = new RecordedInventory();

    private final List<ContainerPlacement> points = new ArrayList<>();

    private final MetricStore metrics = (MetricStore) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] { MetricStore.class }, (proxy, method, arguments) -> this.points);

    @AfterEach
    void stop() {
        this.api.close();
    }

    @Test
    void readsAllPagesAndAsksForInstancesThatSendNoPoints() {
        foundation();
        this.points.add(point("shop", 0, "10.0.1.17"));
        refresh();
        assertThat(this.inventory.apps).containsExactly(new App("shop", "shop", "dev", "acme", 2),
                new App("blog", "blog", "live", "acme", 0));
        assertThat(this.inventory.instances)
            .extracting(AppInstance::id, AppInstance::state, AppInstance::cellIp, AppInstance::memoryQuota)
            .containsExactly(tuple("shop/0", "RUNNING", "10.0.1.17", 256L << 20),
                    tuple("shop/1", "CRASHED", "10.0.1.18", 256L << 20));
    }

    @Test
    void tellsWhichAppsWereChangedWithinTheHour() {
        foundation();
        refresh();
        assertThat(this.inventory.changes).containsExactly(new Change("cf", "shop@2026-11-21T08:30:00Z", "shop",
                "app was pushed or changed", "", Instant.parse("2026-11-21T08:30:00Z")));
    }

    @Test
    void asksNobodyForInstancesThatAllSendPoints() {
        foundation();
        this.points.add(point("shop", 0, "10.0.1.17"));
        this.points.add(point("shop", 1, "10.0.1.19"));
        refresh();
        assertThat(this.inventory.instances).extracting(AppInstance::cellIp).containsExactly("10.0.1.17", "10.0.1.19");
        assertThat(this.api.calls).noneMatch((call) -> call.contains("/stats"));
    }

    @Test
    void goesOnWhenAProcessIsGoneBeforeItIsAskedFor() {
        foundation();
        this.api.anew(STATS).on(STATS, 404, "{\"errors\":[{\"title\":\"CF-ResourceNotFound\"}]}");
        refresh();
        assertThat(this.inventory.apps).hasSize(2);
        assertThat(this.inventory.instances).isEmpty();
    }

    @Test
    void asksForANewTokenWhenTheOldOneIsRefused() {
        foundation();
        this.api.anew("/oauth/token")
            .on("/oauth/token", "{\"access_token\":\"first\",\"expires_in\":600}")
            .on("/oauth/token", "{\"access_token\":\"second\",\"expires_in\":600}")
            .anew(SPACES)
            .on(SPACES, 401, "{}")
            .on(SPACES, spaces());
        refresh();
        assertThat(this.inventory.apps).hasSize(2);
        assertThat(this.api.calls.stream().filter((call) -> call.contains("/v3/spaces")))
            .extracting((call) -> call.substring(call.indexOf('(')))
            .containsExactly("(bearer first)", "(bearer second)");
    }

    static Stream<Arguments> errors() {
        return Stream.of(arguments("/", 503, "down", "503"), arguments("/", 200, "{}", "names no UAA"),
                arguments("/oauth/token", 401, "bad credentials", "401"),
                arguments("/oauth/token", 200, "{}", "no access_token"), arguments(ORGANIZATIONS, 500, "oops", "500"),
                arguments(SPACES, 0, "", "did not answer"), arguments(APPS, 200, "{\"resources\":[", "no JSON"),
                arguments(APPS, -200, "{\"resources\":[", "did not end its answer within 1 s"),
                arguments(APPS, 200, "{\"pagination\":{}}", "expected: resources"),
                arguments(APPS + "&page=2", 502, "bad gateway", "502"), arguments(PROCESSES, 429, "slow down", "429"),
                arguments(STATS, 503, "stats unavailable", "503"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void takesNothingOverWhenSomethingIsMissing(String path, int status, String body, String said) {
        foundation();
        this.api.anew(path).on(path, status, body);
        assertThatExceptionOfType(InventoryException.class).isThrownBy(this::refresh)
            .withMessageContaining(said)
            .withMessageContaining("batch.cf.api-url")
            .withMessageNotContaining("s3cret");
        assertThat(this.inventory.reports).isZero();
    }

    @Test
    void knowsContainersByTheirPointsAloneWhereThereIsNoCloudController() {
        this.points.add(point("shop", 0, "10.0.1.17"));
        new Placement(properties(null), this.metrics, this.inventory.store, clock()).refresh();
        assertThat(this.inventory.apps).containsExactly(new App("shop", "shop", "", "", 1));
        assertThat(this.inventory.instances).extracting(AppInstance::id).containsExactly("shop/0");
    }

    private void foundation() {
        this.api.on("/", "{\"links\":{\"login\":{\"href\":\"%s\"}}}")
            .on("/oauth/token", "{\"access_token\":\"first\",\"expires_in\":600}")
            .on(ORGANIZATIONS, "{\"pagination\":{\"next\":null},\"resources\":[{\"guid\":\"o1\",\"name\":\"acme\"}]}")
            .on(SPACES, spaces())
            .on(APPS,
                    """
                            {"pagination":{"next":{"href":"https://api.internal/v3/apps?per_page=5000&page=2"}},"resources":[
                            {"guid":"shop","name":"shop","state":"STARTED","updated_at":"2026-11-21T08:30:00Z","relationships":{"space":{"data":{"guid":"s1"}}}}]}""")
            .on(APPS + "&page=2",
                    """
                            {"pagination":{"next":null},"resources":[
                            {"guid":"blog","name":"blog","state":"STOPPED","updated_at":"2026-11-20T08:30:00Z","relationships":{"space":{"data":{"guid":"s2"}}}}]}""")
            .on(PROCESSES, """
                    {"pagination":{"next":null},"resources":[
                    {"guid":"p1","type":"web","instances":2,"memory_in_mb":256,"disk_in_mb":512,
                    "relationships":{"app":{"data":{"guid":"shop"}}}},
                    {"guid":"p2","type":"web","instances":3,"memory_in_mb":64,"disk_in_mb":64,
                    "relationships":{"app":{"data":{"guid":"blog"}}}},
                    {"guid":"p3","type":"web","instances":1,
                    "relationships":{"app":{"data":{"guid":"made a moment ago"}}}}]}""")
            .on(STATS, """
                    {"resources":[{"index":0,"state":"RUNNING","host":"10.0.1.17"},
                    {"index":1,"state":"CRASHED","host":"10.0.1.18"}]}""");
    }

    private static String spaces() {
        return """
                {"pagination":{"next":null},"resources":[
                {"guid":"s1","name":"dev","relationships":{"organization":{"data":{"guid":"o1"}}}},
                {"guid":"s2","name":"live","relationships":{"organization":{"data":{"guid":"o1"}}}}]}""";
    }

    private static ContainerPlacement point(String app, int index, String cell) {
        return new ContainerPlacement(
                new MetricTarget(Origin.CONTAINER, Map.of(Tags.APPLICATION_ID, app, Tags.APPLICATION_NAME, app,
                        Tags.APPLICATION_INDEX, String.valueOf(index), Tags.CELL_IP, cell)),
                "handle", 1, 1, NOW.minusSeconds(10));
    }

    private void refresh() {
        new Placement(properties(this.api), this.metrics, this.inventory.store, clock()).refresh();
    }

    private static CfProperties properties(ScriptedApi api) {
        return new CfProperties((api != null) ? api.url() : null, null, "admin", "s3cret", "cf", "", "", false,
                Duration.ofMillis(500));
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

}
