package monitoring.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import monitoring.storage.account.Role;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

import static monitoring.dashboard.Program.json;
import static monitoring.dashboard.Program.problem;
import static org.assertj.core.api.Assertions.assertThat;

/** What programs do with incidents and the actions of alarms. */
@ApiOnDatabase
class IncidentApiTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private static final String INCIDENTS = "/api/v1/incidents/";

    private final Program operator;

    private final Program viewer;

    private final Program administrator;

    private final IncidentStore incidents;

    private final AlarmStore alarms;

    private String router = "";

    private String database = "";

    @Autowired
    IncidentApiTest(WebApplicationContext context) {
        this.operator = Program.as(Role.OPERATOR, context);
        this.viewer = Program.as(Role.VIEWER, context);
        this.administrator = Program.as(Role.ADMINISTRATOR, context);
        this.incidents = context.getBean(IncidentStore.class);
        this.alarms = context.getBean(AlarmStore.class);
    }

    @BeforeEach
    void fill() {
        this.alarms.open().forEach((one) -> this.alarms.save(one.withState(AlarmState.RESOLVED)));
        this.router = incident("router/0");
        this.database = incident("mysql/0");
    }

    private String incident(String target) {
        Incident made = this.incidents.save(new Incident("", target + " CPU", Severity.CRITICAL, Incident.State.OPEN,
                AT, null, null, null, "test:" + target, ""));
        alarm(target, Resource.CPU, made.id());
        alarm(target, Resource.MEMORY, made.id());
        return made.id();
    }

    private void alarm(String target, Resource resource, String incident) {
        this.alarms.save(new Alarm("", new AlarmTarget(Origin.VM, target, target, "10.0.1.3", "paasta", "z1", ""),
                resource, Severity.CRITICAL, AlarmState.RAISED, new Alarm.Reading(93, 90, AT),
                new Alarm.Progress(AT, AT, null, null, null, 1, 0, null), incident));
    }

    @Test
    void giveAnIncidentToSomebodyUnlessSomebodyElseWasFaster() throws Exception {
        String path = INCIDENTS + this.router + "/assignee";
        assertThat(this.viewer.read(INCIDENTS + "assignees").toString()).contains("\"program-operator\"")
            .doesNotContain("program-viewer");
        String version = this.operator.get(path).getHeader("ETag");
        assertThat(problem(this.operator.send("PUT", path, "{\"assignee\": \"admin\"}", null), 428))
            .contains("If-Match");
        assertThat(json(this.operator.send("PUT", path, "{\"assignee\": \"program-operator\"}", version), 200)
            .get("assignee")
            .asString()).isEqualTo("program-operator");
        assertThat(problem(this.operator.send("PUT", path, "{\"assignee\": \"admin\"}", version), 412))
            .contains("somebody else was faster");
        assertThat(problem(this.operator.put(path, "{\"assignee\": \"program-viewer\"}"), 400)).contains("assignee",
                "program-viewer", "expected: the name of an operator or administrator");
        assertThat(this.operator.put(path, "{\"assignee\": null}").getStatus()).isEqualTo(200);
        assertThat(this.viewer.read(INCIDENTS + this.router).at("/incident/assignee").isNull()).isTrue();
        assertThat(this.viewer.put(path, "{\"assignee\": \"admin\"}").getStatus()).isEqualTo(403);
        assertThat(audit()).contains("incident.assign", "assignee=program-operator");
    }

    @Test
    void findIncidentsByWhatIsKnownOfThem() throws Exception {
        this.operator.put(INCIDENTS + this.router + "/assignee", "{\"assignee\": \"program-operator\"}");
        String all = "?state=all&size=1000";
        assertThat(ids(this.operator, all)).contains(this.router, this.database);
        assertThat(ids(this.operator, "?assignee=me")).containsExactly(this.router);
        assertThat(ids(this.viewer, all + "&assignee=me")).doesNotContain(this.router);
        assertThat(ids(this.viewer, all + "&assignee=nobody")).contains(this.database).doesNotContain(this.router);
        assertThat(ids(this.viewer, "?assignee=program-operator&severity=CRITICAL")).containsExactly(this.router);
        assertThat(ids(this.viewer, "?severity=FAIL")).doesNotContain(this.router, this.database);
        assertThat(ids(this.viewer, all + "&q=mysql")).contains(this.database).doesNotContain(this.router);
        assertThat(ids(this.viewer, all + "&q=%23" + this.router)).contains(this.router).doesNotContain(this.database);
        assertThat(ids(this.viewer, all + "&to=2026-11-21T02:10:00Z")).doesNotContain(this.router);
        assertThat(ids(this.viewer, all + "&from=2026-11-21T02:10:00Z&to=2026-11-21T02:11:00Z")).contains(this.router);
        assertThat(ids(this.viewer, "?state=resolved&size=1000")).doesNotContain(this.router);
        assertThat(problem(this.viewer.get("/api/v1/incidents?state=old"), 400)).contains("state: old",
                "expected: open, resolved or all");
        assertThat(problem(this.viewer.get("/api/v1/incidents?to=1066-01-01T00:00:00Z"), 400)).contains("to: 1066");
        assertThat(this.viewer.get("/api/v1/incidents/export?assignee=program-operator").getContentAsString())
            .contains("router/0 CPU")
            .doesNotContain("mysql/0");
    }

    private static List<String> ids(Program program, String query) throws Exception {
        List<String> ids = new ArrayList<>();
        program.read("/api/v1/incidents" + query).get("items").forEach((one) -> ids.add(one.get("id").asString()));
        return ids;
    }

    @Test
    void takeSeveralIncidentsAtOnce() throws Exception {
        String path = INCIDENTS + "acknowledge";
        String both = "{\"ids\": [\"" + this.router + "\", \"" + this.database + "\"], \"note\": \"on it\"}";
        assertThat(this.operator.post(path, both.replace(this.database, "4711")).getStatus()).isEqualTo(404);
        assertThat(this.alarms.ofIncident(this.router)).extracting(Alarm::state).containsOnly(AlarmState.RAISED);
        assertThat(json(this.operator.post(path, both), 200).get("changed").asInt()).isEqualTo(4);
        assertThat(this.alarms.ofIncident(this.database)).extracting(Alarm::state)
            .containsOnly(AlarmState.ACKNOWLEDGED);
        assertThat(json(this.operator.post(path, both), 200).get("changed").asInt()).isZero();
        assertThat(problem(this.operator.post(path, "{}"), 400)).contains("ids: nothing");
        assertThat(this.viewer.post(path, both).getStatus()).isEqualTo(403);
    }

    @Test
    void splitAndMergeIncidents() throws Exception {
        String first = this.alarms.ofIncident(this.router).get(0).id();
        JsonNode split = json(this.operator.post(INCIDENTS + this.router + "/split", "{\"ids\": [\"" + first + "\"]}"),
                201);
        String fresh = split.get("id").asString();
        assertThat(split.get("rootAlarmId").asString()).isEqualTo(first);
        assertThat(this.viewer.read(INCIDENTS + fresh).get("alarms")).hasSize(1);
        assertThat(this.viewer.read(INCIDENTS + this.router).get("alarms")).hasSize(1);
        assertThat(problem(this.operator.post(INCIDENTS + this.router + "/split", "{}"), 400))
            .contains("ids: 0 of 1 alarms", "expected");
        JsonNode merged = json(this.operator.post(INCIDENTS + fresh + "/merge", "{\"into\": \"" + this.router + "\"}"),
                200);
        assertThat(merged.get("id").asString()).isEqualTo(this.router);
        assertThat(this.viewer.read(INCIDENTS + this.router).get("alarms")).hasSize(2);
        assertThat(this.viewer.read(INCIDENTS + fresh).at("/incident/state").asString()).isEqualTo("RESOLVED");
        assertThat(problem(this.operator.post(INCIDENTS + fresh + "/merge", "{\"into\": \"" + fresh + "\"}"), 400))
            .contains("into: " + fresh);
        assertThat(this.operator.post(INCIDENTS + fresh + "/merge", "{\"into\": \"4711\"}").getStatus()).isEqualTo(404);
        assertThat(audit()).contains("incident.split", "incident.merge", "1 alarms into incident " + this.router);
    }

    @Test
    void splitAndMergeLeaveWhenAnIncidentBeganAndWasOver() throws Exception {
        Instant memory = AT.plusSeconds(60);
        Instant cpu = AT.plusSeconds(300);
        this.alarms.ofIncident(this.router)
            .forEach((one) -> over(one, (one.resource() == Resource.CPU) ? cpu : memory));
        this.incidents.save(resolved(this.incidents.find(this.router).orElseThrow(), cpu));
        String first = this.alarms.ofIncident(this.router)
            .stream()
            .filter((one) -> one.resource() == Resource.CPU)
            .findFirst()
            .orElseThrow()
            .id();
        String fresh = json(this.operator.post(INCIDENTS + this.router + "/split", "{\"ids\": [\"" + first + "\"]}"),
                201)
            .get("id")
            .asString();
        assertThat(this.incidents.find(fresh).orElseThrow()).extracting(Incident::openedAt, Incident::resolvedAt)
            .containsExactly(AT, cpu);
        assertThat(this.incidents.find(this.router).orElseThrow()).extracting(Incident::state, Incident::resolvedAt)
            .containsExactly(Incident.State.RESOLVED, memory);
        this.operator.post(INCIDENTS + fresh + "/merge", "{\"into\": \"" + this.router + "\"}");
        assertThat(this.incidents.find(this.router).orElseThrow().resolvedAt()).isEqualTo(cpu);
        assertThat(this.incidents.find(fresh).orElseThrow().resolvedAt()).as("was over by then").isEqualTo(cpu);
        assertThat(this.alarms.ofIncident(this.router)).extracting(Alarm::state).containsOnly(AlarmState.RESOLVED);
    }

    private void over(Alarm alarm, Instant at) {
        Alarm.Progress was = alarm.progress();
        this.alarms.save(alarm.withState(AlarmState.RESOLVED)
            .withProgress(
                    new Alarm.Progress(was.startedAt(), was.raisedAt(), null, at, "system", was.breaches(), 0, null)));
    }

    private static Incident resolved(Incident one, Instant at) {
        return new Incident(one.id(), one.title(), one.severity(), Incident.State.RESOLVED, one.openedAt(), at,
                one.rootAlarmId(), one.assignee(), one.groupKey(), one.snapshot());
    }

    @Test
    void keepEveryVersionOfANote() throws Exception {
        String path = INCIDENTS + this.router + "/notes";
        String none = this.viewer.get(path).getHeader("ETag");
        assertThat(this.viewer.read(path)).isEmpty();
        assertThat(this.operator.send("POST", path, "{\"text\": \"disk was **full**\"}", none).getStatus())
            .isEqualTo(201);
        assertThat(problem(this.operator.send("POST", path, "{\"text\": \"mine\"}", none), 412)).contains("If-Match");
        String one = this.viewer.get(path).getHeader("ETag");
        JsonNode notes = json(this.operator.send("POST", path, "{\"text\": \"log was full\"}", one), 201);
        assertThat(notes).hasSize(2);
        assertThat(notes.at("/0/text").asString()).isEqualTo("log was full");
        assertThat(notes.at("/1/text").asString()).isEqualTo("disk was **full**");
        assertThat(notes.at("/0/user").asString()).isEqualTo("program-operator");
        assertThat(notes.at("/0/at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        String long1 = "{\"text\": \"" + "x".repeat(60_001) + "\"}";
        assertThat(problem(this.operator.send("POST", path, long1, "*"), 400)).contains("text: 60001 characters");
        assertThat(audit()).contains("incident.note");
    }

    @Test
    void tellTheStoryOfAnIncidentAndWhatWasLikeIt() throws Exception {
        this.alarms.open().forEach((one) -> this.alarms.save(one.withState(AlarmState.RESOLVED)));
        String again = incident("router/0");
        String action = json(this.operator.post(actions(again), "{\"description\": \"restarted it\"}"), 201).get("id")
            .asString();
        JsonNode timeline = this.viewer.read(INCIDENTS + again + "/timeline");
        assertThat(timeline.at("/0/kind").asString()).isEqualTo("action");
        assertThat(timeline.at("/0/detail").asString()).isEqualTo("restarted it");
        assertThat(timeline.at("/0/action/id").asString()).isEqualTo(action);
        JsonNode similar = this.viewer.read(INCIDENTS + again + "/similar");
        assertThat(similar.at("/0/likeness").asString()).isEqualTo("SAME");
        assertThat(similar.toString()).contains("\"id\":\"" + this.router + "\"").doesNotContain("\"id\":\"" + again);
        String file = this.viewer.get("/api/v1/incidents/export?state=all").getContentAsString();
        assertThat(file).startsWith("\uFEFFincident,severity,state").contains(again + ",CRITICAL,OPEN,router/0 CPU,");
        assertThat(problem(this.viewer.get("/api/v1/incidents/export?state=x"), 400))
            .contains("state: x (expected: open, resolved or all)");
        assertThat(this.viewer.get(INCIDENTS + "4711/timeline").getStatus()).isEqualTo(404);
    }

    @Test
    void readEditAndDeleteWhatWasDoneAboutAnAlarm() throws Exception {
        String actions = actions(this.database);
        String id = json(this.operator.post(actions, "{\"description\": \"looked\"}"), 201).get("id").asString();
        assertThat(this.viewer.read(actions).at("/0/description").asString()).isEqualTo("looked");
        assertThat(this.operator.put(actions + "/" + id, "{\"description\": \"restarted\"}").getStatus())
            .isEqualTo(200);
        assertThat(this.viewer.read(actions + "/" + id).get("editedAt").isNull()).isFalse();
        assertThat(this.operator.delete(actions + "/" + id).getStatus()).isEqualTo(204);
        assertThat(this.viewer.read(actions)).isEmpty();
        assertThat(audit()).contains("action.create", "was: looked", "was: restarted");
    }

    private String actions(String incident) {
        return "/api/v1/alarms/" + this.alarms.ofIncident(incident).get(0).id() + "/actions";
    }

    private String audit() throws Exception {
        return this.administrator.get("/api/v1/audit").getContentAsString();
    }

}
