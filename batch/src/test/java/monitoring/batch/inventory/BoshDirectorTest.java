package monitoring.batch.inventory;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import monitoring.storage.inventory.Change;
import monitoring.storage.inventory.JobProcess;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What is read of a director, and that an error of one takes nothing away. */
class BoshDirectorTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private static final String DEPLOYMENTS = "/deployments?exclude_configs=true&exclude_releases=true"
            + "&exclude_stemcells=true";

    private static final String RESULT = "/tasks/7/output?type=result";

    private final ScriptedApi api = new ScriptedApi();

    private final RecordedInventory inventory = new RecordedInventory();

    @AfterEach
    void stop() {
        this.api.close();
    }

    @Test
    void readsTheMachinesOfAllDeployments() {
        basic("micro-bosh").on(DEPLOYMENTS, "[{\"name\":\"cf\"},{\"name\":\"my sql\"}]")
            .on("/deployments/cf/vms?format=full", 302, "http://director.internal:25555/tasks/7")
            .on("/tasks/7", "{\"state\":\"queued\"}")
            .on("/tasks/7", "{\"state\":\"processing\"}")
            .on("/tasks/7", "{\"state\":\"done\"}")
            .on(RESULT, """
                    {"id":"a","job_name":"diego-cell","index":2,"az":"z1","ips":["10.0.1.17","10.9.9.9"],\
                    "job_state":"running"}
                    {"id":"b","job_name":"router_z2","index":0,"az":null,"ips":[],"job_state":"unresponsive agent"}
                    {"id":null,"job_name":null,"index":null,"ips":["10.0.1.99"],"job_state":null}
                    """)
            .on("/deployments/my+sql/vms?format=full", 302, "/tasks/8")
            .on("/tasks/8", "{\"state\":\"done\"}")
            .on("/tasks/8/output?type=result",
                    "{\"id\":\"c\",\"job\":\"mysql\",\"index\":0,\"az\":\"z3\",\"ips\":[\"10.0.3.1\"],\"job_state\":\"failing\"}");
        director(Set.of()).refresh();
        assertThat(this.inventory.machines).containsOnlyKeys("micro-bosh");
        assertThat(this.inventory.machines.get("micro-bosh")).containsExactly(
                new VirtualMachine("a", "micro-bosh", "cf", "diego-cell", 2, "z1", "10.0.1.17", true, VmState.RUNNING,
                        NOW),
                new VirtualMachine("b", "micro-bosh", "cf", "router_z2", 0, "z2", "", false, VmState.UNRESPONSIVE, NOW),
                new VirtualMachine("c", "micro-bosh", "my sql", "mysql", 0, "z3", "10.0.3.1", false, VmState.FAILING,
                        NOW));
        assertThat(this.api.calls.get(1)).contains("(Basic YWRtaW46cGFzcw==)");
    }

    @Test
    void readsTheProcessesOfTheJobs() {
        basic("micro-bosh").on(DEPLOYMENTS, "[{\"name\":\"cf\"}]");
        vms("cf", """
                {"id":"a","job":"api","ips":[],"processes":[{"name":"cloud_controller_ng","state":"running",\
                "uptime":{"secs":86400},"mem":{"kb":2048,"percent":1.5},"cpu":{"total":12.5}},\
                {"name":"nginx_cc","state":"failing","uptime":{},"mem":{},"cpu":{}}]}
                {"id":"b","job":"api","ips":[],"job_state":"unresponsive agent","vitals":null,"processes":[]}
                {"id":"c","job":"api","ips":[],"processes":null}
                """);
        director(Set.of()).refresh();
        assertThat(this.inventory.jobs.get("a").processes())
            .containsExactly(
                    new JobProcess("cloud_controller_ng", JobProcess.State.RUNNING, Duration.ofDays(1), 12.5,
                            2048L * 1024, 1.5),
                    new JobProcess("nginx_cc", JobProcess.State.FAILING, null, null, null, null));
        assertThat(this.inventory.jobs.get("b").processes()).isEmpty();
        assertThat(this.inventory.jobs.get("c").processes()).isEmpty();
    }

    @Test
    void readsOnlyTheDeploymentsThatAreNamed() {
        basic("micro-bosh").on(DEPLOYMENTS, "[{\"name\":\"cf\"},{\"name\":\"mysql\"}]");
        vms("cf", "{\"id\":\"a\",\"job\":\"api\",\"ips\":[]}");
        director(Set.of("cf")).refresh();
        assertThat(this.inventory.machines.get("micro-bosh")).extracting(VirtualMachine::id).containsExactly("a");
        assertThat(this.api.calls).noneMatch((call) -> call.contains("mysql/vms"));
    }

    @Test
    void asksForANewTokenWhenTheOldOneIsRefused() {
        this.api.on("/info", """
                {"name":"micro-bosh","user_authentication":{"type":"uaa","options":{"url":"%s/uaa"}}}""")
            .on("/uaa/oauth/token", "{\"access_token\":\"first\",\"expires_in\":3600}")
            .on("/uaa/oauth/token", "{\"access_token\":\"second\",\"expires_in\":3600}")
            .on(DEPLOYMENTS, "[]")
            .on(DEPLOYMENTS, 401, "revoked")
            .on(DEPLOYMENTS, "[]");
        BoshDirector director = director(Set.of());
        director.refresh();
        director.refresh();
        assertThat(this.inventory.reports).isEqualTo(2);
        assertThat(this.api.calls.stream().filter((call) -> call.contains("/deployments")))
            .extracting((call) -> call.substring(call.indexOf('(')))
            .containsExactly("(bearer first)", "(bearer first)", "(bearer second)");
    }

    static Stream<Arguments> errors() {
        return Stream.of(arguments("/info", 503, "down", "503"), arguments("/info", 200, "<html>", "no JSON"),
                arguments(DEPLOYMENTS, 401, "who are you", "401"), arguments(DEPLOYMENTS, 500, "oops", "500"),
                arguments(DEPLOYMENTS, 0, "", "did not answer"),
                arguments(DEPLOYMENTS, 200, "[{\"name\":\"cf\"", "no JSON"),
                arguments(DEPLOYMENTS, 200, "{\"description\":\"not a list\"}", "expected: a list"),
                arguments("/deployments/cf/vms?format=full", 404, "gone", "404"),
                arguments("/deployments/cf/vms?format=full", 200, "[]", "200"),
                arguments("/tasks/7", 502, "bad gateway", "502"),
                arguments("/tasks/7", 200, "{\"state\":\"error\"}", "ended as error"),
                arguments("/tasks/7", 200, "{\"state\":\"processing\"}", "still processing"),
                arguments(RESULT, 503, "busy", "503"), arguments(RESULT, 0, "", "did not answer"),
                arguments(RESULT, 200, "{\"id\":\"a\",\"job\":\"api\"}\n{\"id\":\"b\",", "no JSON"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void takesNothingOverWhenSomethingIsMissing(String path, int status, String body, String said) {
        basic("micro-bosh").on(DEPLOYMENTS, "[{\"name\":\"cf\"}]");
        vms("cf", "{\"id\":\"a\",\"job\":\"api\",\"ips\":[]}");
        this.api.anew(path).on(path, status, body);
        BoshDirector director = director(Set.of());
        assertThatExceptionOfType(InventoryException.class).isThrownBy(director::refresh)
            .withMessageContaining(said)
            .withMessageContaining("batch.bosh.url")
            .withMessageNotContaining("pass");
        assertThat(this.inventory.reports).isZero();
    }

    @Test
    void keepsDirectorsApartThatBearTheSameName() {
        basic("bosh").on(DEPLOYMENTS, "[{\"name\":\"cf\"}]");
        vms("cf", "{\"id\":\"a\",\"job\":\"api\",\"ips\":[]}");
        try (ScriptedApi other = new ScriptedApi()) {
            other.on("/info", "{\"name\":\"bosh\"}").on(DEPLOYMENTS, "[]");
            List<InventorySource> both = BoshDirector.of(
                    properties(this.api.url(), Set.of(), List.of(properties(other.url(), Set.of(), List.of()))),
                    this.inventory.store, clock());
            both.forEach(InventorySource::refresh);
            both.forEach(InventorySource::refresh);
            assertThat(this.inventory.machines).containsOnlyKeys("bosh", "bosh at " + other.url().getAuthority());
            assertThat(this.inventory.machines.get("bosh")).extracting(VirtualMachine::director)
                .containsExactly("bosh");
        }
    }

    @Test
    void readsWhatWasDoneWithinTheHour() {
        String events = "/events?after_time=" + NOW.minusSeconds(3600).getEpochSecond();
        basic("micro-bosh").on(DEPLOYMENTS, "[]").on(events, """
                [{"id":"42","timestamp":1795251000,"user":"kim","action":"update","object_type":"deployment",
                "object_name":"cf","deployment":"cf","error":"'router/0' is not running after update"},
                {"id":"41","timestamp":1795250000,"user":"kim","action":"acquire","object_type":"lock",
                "object_name":"lock:deployment:cf","deployment":"cf"}]""");
        director(Set.of()).refresh();
        assertThat(this.inventory.changes).containsExactly(
                new Change("micro-bosh", "42", "cf", "update deployment cf: 'router/0' is not running after update",
                        "kim", Instant.ofEpochSecond(1_795_251_000)));
    }

    @Test
    void keepsTheMachinesOfADirectorThatTellsOfNoEvents() {
        basic("micro-bosh").on(DEPLOYMENTS, "[]");
        director(Set.of()).refresh();
        assertThat(this.inventory.reports).isEqualTo(1);
        assertThat(this.inventory.changes).isEmpty();
    }

    private ScriptedApi basic(String name) {
        return this.api.on("/info", "{\"name\":\"" + name + "\",\"user_authentication\":{\"type\":\"basic\"}}");
    }

    private void vms(String deployment, String lines) {
        this.api.on("/deployments/" + deployment + "/vms?format=full", 302, "/tasks/7")
            .on("/tasks/7", "{\"state\":\"done\"}")
            .on(RESULT, lines);
    }

    private BoshDirector director(Set<String> deployments) {
        return (BoshDirector) BoshDirector
            .of(properties(this.api.url(), deployments, List.of()), this.inventory.store, clock())
            .get(0);
    }

    private static BoshProperties properties(URI url, Set<String> deployments, List<BoshProperties> more) {
        return new BoshProperties(url, "admin", "pass", false, "", false, deployments, List.of("cell", "diego-cell"),
                Duration.ofMillis(500), more);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

}
