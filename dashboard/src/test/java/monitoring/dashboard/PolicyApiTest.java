package monitoring.dashboard;

import java.time.Instant;
import java.util.List;

import monitoring.storage.account.Role;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.InventoryStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.WebApplicationContext;

import static monitoring.dashboard.Program.json;
import static monitoring.dashboard.Program.problem;
import static org.assertj.core.api.Assertions.assertThat;

/** What programs do with the alarm policies of apps. */
@ApiOnDatabase
class PolicyApiTest {

    private static final String APPS = "/api/v1/policies/apps";

    private static final String POLICY = """
            {"cpuWarning": 70, "cpuCritical": 80, "memoryWarning": 75, "memoryCritical": 85, "measure": 120,
             "email": "owner@example.org", "emailSent": "true", "enabled": "true"}""";

    private final Program operator;

    private final Program viewer;

    private final Program administrator;

    private final JdbcTemplate jdbc;

    @Autowired
    PolicyApiTest(WebApplicationContext context) {
        this.operator = Program.as(Role.OPERATOR, context);
        this.viewer = Program.as(Role.VIEWER, context);
        this.administrator = Program.as(Role.ADMINISTRATOR, context);
        this.jdbc = context.getBean(JdbcTemplate.class);
        Instant at = Instant.parse("2026-11-21T02:10:00Z");
        context.getBean(InventoryStore.class)
            .replaceApps(List.of(new App("app-own-policy", "ledger", "prod", "finance", 1)), List.of(), at);
    }

    @Test
    void makeChangeAndTakeAwayThePolicyOfAnApp() throws Exception {
        String path = APPS + "/app-own-policy";
        assertThat(this.viewer.get(path).getStatus()).isEqualTo(404);
        assertThat(this.viewer.send("PUT", path, POLICY, null).getStatus()).isEqualTo(403);
        JsonNode made = json(this.operator.send("PUT", path, POLICY, null), 201);
        assertThat(made.at("/cpu/warning").asDouble()).isEqualTo(70);
        assertThat(made.get("measureTime").asString()).isEqualTo("PT2M");
        assertThat(made.get("emailSent").asBoolean()).isTrue();
        assertThat(problem(this.operator.send("PUT", path, POLICY, null), 428)).contains("If-Match");
        String version = this.operator.get(path).getHeader("ETag");
        assertThat(this.operator.put(path, POLICY.replace("70", "71")).getStatus()).isEqualTo(200);
        assertThat(this.operator.send("PUT", path, POLICY, version).getStatus()).isEqualTo(412);
        assertThat(this.viewer.read(APPS).toString()).contains("\"appGuid\":\"app-own-policy\"", "71.0");
        assertThat(this.viewer.read("/api/v1/apps/app-own-policy").get("limits").toString())
            .contains("\"warning\":71.0", "\"measureTime\":\"PT2M\"")
            .doesNotContain("owner@example.org");
        assertThat(this.operator.delete(path).getStatus()).isEqualTo(204);
        assertThat(this.viewer.get(path).getStatus()).isEqualTo(404);
        assertThat(this.administrator.get("/api/v1/audit").getContentAsString()).contains("app-policy.save",
                "app-policy.delete", "app_alarm_policies/app-own-policy");
    }

    @Test
    void makeAndTakeAwayThePolicyOfAResourceThatPaasTaHasNoneFor() throws Exception {
        String policy = """
                {"origin": "VM", "resource": "LOAD", "warning": 1.25, "critical": 4, "measure": 600, "repeat": 60,
                 "recovery": 5, "raiseAfter": 1, "resolveAfter": 1}""";
        JsonNode wrong = json(this.administrator.post("/api/v1/policies", policy.replace("VM", "CONTAINER")), 422);
        assertThat(wrong.get("errors").propertyNames()).containsExactly("resource");
        String path = "/api/v1/policies/"
                + json(this.administrator.post("/api/v1/policies", policy), 201).get("id").asString();
        assertThat(this.viewer.read(path).at("/threshold/warning").asDouble()).isEqualTo(1.25);
        assertThat(this.administrator.delete(path).getStatus()).isEqualTo(204);
        assertThat(this.viewer.get(path).getStatus()).isEqualTo(404);
        assertThat(problem(this.administrator.delete("/api/v1/policies/1"), 400)).contains("PaaS-TA");
    }

    @Test
    void sayWhichFieldsOfAPolicyAreWrong() throws Exception {
        JsonNode problem = json(
                this.operator.send("PUT", APPS + "/app-own-policy",
                        POLICY.replace("70", "90").replace("120", "0").replace("owner@example.org", "nobody"), null),
                422);
        assertThat(problem.get("errors").propertyNames()).containsExactlyInAnyOrder("cpuCritical", "measure", "email");
        assertThat(this.operator.send("PUT", APPS + "/no-such-app", POLICY, null).getStatus()).isEqualTo(404);
        String broken = POLICY.replace("120", "soon");
        assertThat(problem(this.operator.send("PUT", APPS + "/app-own-policy", broken, null), 400))
            .matches("body: not readable at line 1, column \\d+ \\(expected: JSON\\)");
        assertThat(problem(this.operator.send("PUT", APPS + "/app-own-policy", POLICY.replace("120", "[]"), null), 400))
            .isEqualTo("measure: another kind of value (expected: String)");
        assertThat(problem(this.administrator.post("/api/v1/policies", "{\"origin\": \"MOON\"}"), 400))
            .isEqualTo("origin: MOON (expected: one of [BOSH, VM, CONTAINER, APP])");
        assertThat(problem(this.viewer.get("/api/v1/alarms?origin=MOON&severity=X"), 400))
            .contains("origin: MOON (expected: one of [BOSH, VM", "severity: X (expected: one of [WARNING");
    }

    @Test
    void tryNothingWhileTheMetricsAreAway() throws Exception {
        String policy = """
                {"origin": "VM", "resource": "CPU", "warning": 80, "critical": 90, "measure": 60, "repeat": 60,
                 "recovery": 5, "raiseAfter": 1, "resolveAfter": 1}""";
        assertThat(problem(this.administrator.post("/api/v1/policies/try", policy), 503)).contains("METRICS");
    }

    @Test
    void sayWhichRowsAreNoPolicy() throws Exception {
        assertThat(this.viewer.read("/api/v1/policies/rejected")).isEmpty();
        assertThat(this.viewer.read("/api/v1/scaling/policies/rejected")).isEmpty();
        this.jdbc.update("update alarm_policies set measure_time = 0 where id = 2");
        String rejected = this.viewer.read("/api/v1/policies/rejected").toString();
        this.jdbc.update("update alarm_policies set measure_time = 600 where id = 2");
        assertThat(rejected).contains("alarm_policies 2: ", "expected");
    }

}
