package monitoring.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.account.Role;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.metric.ContainerPlacement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.metric.UsageSeries;
import monitoring.storage.metric.UsageTable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.context.WebApplicationContext;

import static monitoring.dashboard.Program.json;
import static monitoring.dashboard.Program.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

/** What programs ask of metrics: a policy on trial, and where containers are and went. */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:platformapi;DB_CLOSE_DELAY=-1")
class PlatformApiTest {

    private static final String POLICY = """
            {"origin": "VM", "resource": "CPU", "scope": "", "warning": 80, "critical": 90, "measure": 60,
             "repeat": 60, "recovery": 5, "raiseAfter": 1, "resolveAfter": 1, "comment": ""}""";

    private final Program administrator;

    private final Program viewer;

    private final InventoryStore inventory;

    @MockitoBean
    private MetricStore metrics;

    @Autowired
    PlatformApiTest(WebApplicationContext context) {
        this.administrator = Program.as(Role.ADMINISTRATOR, context);
        this.viewer = Program.as(Role.VIEWER, context);
        this.inventory = context.getBean(InventoryStore.class);
    }

    @Test
    void tryAPolicyOnRealValuesBeforeItIsSaved() throws Exception {
        given(this.metrics.usageOverTime(any(), any(), any())).willAnswer((call) -> {
            TimeRange piece = call.<MetricWindow>getArgument(0).range();
            MetricTarget target = new MetricTarget(Origin.VM,
                    Map.of(Tags.ID, "vm-1", Tags.ORIGIN, "router", Tags.INDEX, "0", Tags.IP, "10.0.1.3"));
            return List.of(new UsageSeries(target,
                    List.of(new Series.Point(piece.from(), 50), new Series.Point(piece.from().plusSeconds(60), 95),
                            new Series.Point(piece.from().plusSeconds(120), 40))));
        });
        JsonNode trial = json(this.administrator.post("/api/v1/policies/try?days=1", POLICY), 200);
        assertThat(trial.get("targets").asInt()).isEqualTo(1);
        int alarms = trial.at("/edited/alarms").asInt();
        assertThat(alarms).isPositive();
        assertThat(trial.get("alarms")).hasSize(alarms);
        assertThat(trial.at("/alarms/0/peak").asDouble()).isEqualTo(95);
        assertThat(trial.at("/alarms/0/target/name").asString()).isEqualTo("router/0");
        assertThat(trial.get("saved").isNull()).isTrue();
        assertThat(trial.get("step").asString()).isEqualTo("PT1M");
        assertThat(Duration.between(Instant.parse(trial.get("from").asString()),
                Instant.parse(trial.get("to").asString())))
            .isEqualTo(Duration.ofDays(1));
        assertThat(this.viewer.post("/api/v1/policies/try", POLICY).getStatus()).isEqualTo(403);
        assertThat(problem(this.administrator.post("/api/v1/policies/try?days=31", POLICY), 400))
            .isEqualTo("days: 31 (expected: 1 to 30)");
        assertThat(json(this.administrator.post("/api/v1/policies/try", POLICY.replace("80", "95")), 422).get("errors")
            .propertyNames()).containsExactly("critical");
    }

    @Test
    void sayWhereContainersWentAndHowAppsAreSpread() throws Exception {
        Instant at = Instant.parse("2026-11-21T02:10:00Z");
        Instant arrived = Instant.now();
        this.inventory.replaceApps(List.of(new App("app-1", "ledger", "prod", "finance", 2)),
                List.of(new AppInstance("app-1", 0, "RUNNING", "10.0.1.3", "", 1 << 30, 1 << 30, arrived),
                        new AppInstance("app-1", 1, "RUNNING", "10.0.1.3", "", 1 << 30, 1 << 30, at)),
                at);
        given(this.metrics.usages(any(), any(), any())).willReturn(new UsageTable());
        given(this.metrics.containers(eq(Set.of("app-1/0")), any(), any()))
            .willReturn(List.of(place("10.0.1.3", at.plusSeconds(60)), place("10.0.1.4", at)));
        JsonNode moves = this.viewer.read("/api/v1/placement/moves?range=6h");
        assertThat(moves.get("total").asInt()).isEqualTo(1);
        assertThat(moves.at("/newest/0/from/ip").asString()).isEqualTo("10.0.1.4");
        assertThat(moves.at("/newest/0/to/ip").asString()).isEqualTo("10.0.1.3");
        assertThat(moves.at("/newest/0/at").asString()).isEqualTo("2026-11-21T02:10:00Z");
        assertThat(moves.at("/emptied/0/ip").asString()).isEqualTo("10.0.1.4");
        assertThat(problem(this.viewer.get("/api/v1/placement/moves?range=2h"), 400)).contains("1h or 6h");
        assertThat(this.viewer.read("/api/v1/placement?q=ledger").get("total").asInt()).isEqualTo(2);
        assertThat(this.viewer.read("/api/v1/placement?zone=nowhere").get("total").asInt()).isZero();
        assertThat(problem(this.viewer.get("/api/v1/placement/spread"), 400)).contains("q: nothing");
        JsonNode app = this.viewer.read("/api/v1/apps/app-1");
        assertThat(app.get("instances")).hasSize(2);
        assertThat(app.get("limits").isNull()).isTrue();
        assertThat(app.get("events")).isEmpty();
        assertThat(problem(this.viewer.get("/api/v1/directors/none/processes"), 404)).contains("none");
        assertThat(this.viewer.read("/api/v1/runs/sums")).isEmpty();
    }

    private static ContainerPlacement place(String cell, Instant last) {
        return new ContainerPlacement(new MetricTarget(Origin.CONTAINER, Map.of(Tags.APPLICATION_ID, "app-1",
                Tags.APPLICATION_INDEX, "0", Tags.APPLICATION_NAME, "ledger", Tags.CELL_IP, cell)), "handle", 1 << 30,
                1 << 30, last);
    }

}
