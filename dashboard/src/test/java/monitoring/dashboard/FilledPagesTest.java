package monitoring.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.Change;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.JobProcess;
import monitoring.storage.inventory.JobReport;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Pages of a foundation with a VM, an app, an alarm and an incident, and what people do
 * there.
 */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:filled;DB_CLOSE_DELAY=-1")
class FilledPagesTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private final MockMvc mvc;

    private final InventoryStore inventory;

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private MockHttpSession session = new MockHttpSession();

    private String alarm = "";

    private String incident = "";

    @Autowired
    FilledPagesTest(WebApplicationContext context) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        this.inventory = context.getBean(InventoryStore.class);
        this.alarms = context.getBean(AlarmStore.class);
        this.incidents = context.getBean(IncidentStore.class);
    }

    @BeforeEach
    void fill() throws Exception {
        this.session = (MockHttpSession) this.mvc.perform(formLogin().user("admin").password("correct horse"))
            .andReturn()
            .getRequest()
            .getSession();
        this.inventory.replaceVirtualMachines("bosh", List.of(new VirtualMachine("vm-1", "bosh", "paasta", "diego-cell",
                3, "z1", "10.0.1.3", true, VmState.RUNNING, AT)), AT);
        this.inventory
            .replaceJobs("bosh",
                    List.of(new JobReport("vm-1", AT, List.of(
                            new JobProcess("rep", JobProcess.State.RUNNING, Duration.ofDays(3), 12.5, 130L << 20, 1.6),
                            new JobProcess("route_emitter", JobProcess.State.FAILING, null, null, null, null)))));
        this.inventory.replaceApps(List.of(new App("app-1", "ticket-sales", "production", "commerce", 2)),
                List.of(new AppInstance("app-1", 0, "RUNNING", "10.0.1.3", "", 1 << 30, 1 << 30, AT),
                        new AppInstance("app-1", 1, "CRASHED", "10.0.1.3", "", 1 << 30, 1 << 30, AT)),
                AT);
        this.alarms.open().forEach((one) -> this.alarms.save(one.withState(AlarmState.RESOLVED)));
        this.incident = this.incidents
            .save(new Incident("", "diego-cell/3 CPU", Severity.CRITICAL, Incident.State.OPEN, AT, null, null, null,
                    "vm:vm-1", ""))
            .id();
        this.alarm = this.alarms.save(raised().inIncident(this.incident)).id();
        this.alarms.append(
                new AlarmEvent(this.alarm, AlarmEvent.Type.RAISED, Severity.CRITICAL, 93.1, "system", AT, "over 90%"));
    }

    @Test
    void showEachThingWithItsName() throws Exception {
        for (String path : List.of("/overview", "/inventory", "/inventory/vm-1", "/placement", "/alarm",
                "/alarm/" + this.alarm, "/incident", "/incident/" + this.incident,
                "/alarm/statistics?period=y&day=2026-11-21")) {
            MockHttpServletResponse answer = ask(path);
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
            assertThat(answer.getContentAsString()).as(path).contains("diego-cell/3").contains("</html>");
        }
        String year = ask("/alarm/statistics?period=y&day=2026-11-21").getContentAsString();
        assertThat(year).contains("paasta / diego-cell", "z1");
        for (String path : List.of("/inventory/apps", "/inventory/apps/app-1", "/scaling/app-1",
                "/placement?q=ticket&by=age")) {
            assertThat(ask(path).getContentAsString()).as(path).contains("ticket-sales");
        }
    }

    @Test
    void sortByTheHeadsOfTheirColumns() throws Exception {
        for (String path : List.of("/inventory?sort=cpu&state=", "/inventory/apps?view=list&sort=instances",
                "/alarm?sort=severity&state=all")) {
            String column = path.replaceAll(".*sort=([a-z]+).*", "$1");
            String page = ask(path).getContentAsString();
            assertThat(page).as(path).containsOnlyOnce("aria-sort=\"descending\"").contains("sort=-" + column);
            assertThat(ask(path.replace("sort=", "sort=-")).getContentAsString()).as(path)
                .containsOnlyOnce("aria-sort=\"ascending\"");
        }
        assertThat(ask("/inventory?view=tree").getContentAsString()).contains("deployment=paasta", "diego-cell/3")
            .doesNotContain("aria-sort");
    }

    @Test
    void showHowTheJobsOfAVmAre() throws Exception {
        String page = ask("/inventory/vm-1?lang=en").getContentAsString();
        String jobs = page.substring(page.indexOf("id=\"jobs\""));
        assertThat(jobs.substring(0, jobs.indexOf("</section>"))).containsSubsequence("#failed", "route_emitter",
                "#running", "rep", "12.5%", "130 MiB");
        assertThat(ask("/api/v1/vms/vm-1/jobs").getContentAsString()).startsWith("{\"told\":\"" + AT)
            .containsSubsequence("\"route_emitter\"", "\"FAILING\"", "\"rep\"", "\"RUNNING\"");
        assertThat(ask("/api/v1/vms/none/jobs").getStatus()).isEqualTo(404);
        this.inventory.replaceJobs("bosh", List.of(new JobReport("vm-1", AT, List.of())));
        assertThat(ask("/inventory/vm-1").getContentAsString()).contains("BOSH가 감시하는 프로세스가 없습니다");
        this.inventory.replaceJobs("bosh", List.of());
        assertThat(ask("/api/v1/vms/vm-1/jobs").getContentAsString()).isEqualTo("{\"told\":null,\"processes\":[]}");
        assertThat(ask("/inventory/vm-1").getContentAsString()).contains("알려준 디렉터가 아직 없습니다");
    }

    @Test
    void takeAnAlarmAndKeepWhatWasDone() throws Exception {
        send("/alarm/" + this.alarm + "/acknowledge", "note", "on it");
        assertThat(this.alarms.find(this.alarm).orElseThrow().state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        send("/alarm/" + this.alarm + "/action", "description", "Restarted <b>rep</b>");
        IncidentAction action = this.incidents.actionsOfAlarm(this.alarm).get(0);
        assertThat(ask("/incident/" + this.incident).getContentAsString()).contains("Restarted &lt;b&gt;rep");
        send("/alarm/" + this.alarm + "/action/" + action.id(), "description", "Restarted rep, then garden");
        IncidentAction edited = this.incidents.actionsOfAlarm(this.alarm).get(0);
        assertThat(edited.description()).isEqualTo("Restarted rep, then garden");
        assertThat(edited.editedAt()).isAfter(edited.at());
        send("/alarm/" + this.alarm + "/action/" + action.id() + "/delete", "back", "alarm");
        assertThat(this.incidents.actionsOfAlarm(this.alarm)).isEmpty();
        send("/incident/" + this.incident + "/resolve", "note", "rep hung");
        Alarm over = this.alarms.find(this.alarm).orElseThrow();
        assertThat(over.state()).isEqualTo(AlarmState.RESOLVED);
        assertThat(over.progress().resolvedBy()).isEqualTo("admin");
        assertThat(ask("/account/audit").getContentAsString()).contains("alarm.acknowledge", "action.edit",
                "action.delete", "alarm.resolve");
    }

    @Test
    void leadFromAnAlarmToItsSilence() throws Exception {
        String link = "/notification/silences?target=" + raised(Resource.SWAP).target().id() + "&amp;resource=SWAP#new";
        String id = this.alarms.save(raised(Resource.SWAP)).id();
        assertThat(ask("/alarm/" + id).getContentAsString()).contains("href=\"" + link + "\"");
    }

    @Test
    void assignSplitMergeAndRemember() throws Exception {
        send("/incident/" + this.incident + "/assign", "assignee", "admin");
        assertThat(this.incidents.find(this.incident).orElseThrow().assignee()).isEqualTo("admin");
        String second = this.alarms.save(raised(Resource.MEMORY).inIncident(this.incident)).id();
        send("/incident/" + this.incident + "/split", "ids", second);
        String fresh = this.alarms.find(second).orElseThrow().incidentId();
        assertThat(fresh).isNotNull().isNotEqualTo(this.incident);
        assertThat(ask("/incident/" + this.incident).getContentAsString()).contains("/incident/" + fresh);
        send("/incident/" + fresh + "/merge", "into", "#" + this.incident);
        assertThat(this.alarms.ofIncident(this.incident)).hasSize(2);
        send("/incident/" + this.incident + "/merge", "into", "4711");
        assertThat(this.alarms.ofIncident(this.incident)).hasSize(2);
        assertThat(this.incidents.find(String.valueOf(fresh)).orElseThrow().state()).isEqualTo(Incident.State.RESOLVED);
        send("/incident/" + this.incident + "/note", "text", "## Cause\n<script>alert(1)</script>\n\n**disk**");
        assertThat(ask("/incident/" + this.incident).getContentAsString()).contains("<h2>Cause</h2>", "<strong>disk")
            .doesNotContain("<script>alert");
    }

    @Test
    void showADeployOnTheTimeLine() throws Exception {
        this.inventory
            .keepChanges(
                    List.of(new Change("bosh", "77", "paasta", "create deployment", "pipeline", AT.minusSeconds(3600)),
                            new Change("bosh", "78", "other", "delete deployment", "pipeline", AT.minusSeconds(60))),
                    AT);
        assertThat(ask("/incident/" + this.incident).getContentAsString()).contains("create deployment", "pipeline")
            .doesNotContain("delete deployment");
    }

    @Test
    void giveAnAppAPolicyOfItsOwn() throws Exception {
        assertThat(ask("/policy/apps/app-1").getContentAsString()).contains("ticket-sales", "value=\"80\"");
        assertThat(ask("/policy/apps/none").getStatus()).isEqualTo(404);
        assertThat(appPolicy("70", "60")).isEqualTo(422);
        assertThat(appPolicy("70", "85")).isEqualTo(302);
        assertThat(ask("/policy/apps").getContentAsString()).contains("ticket-sales", "70 / 85%", "shop@example.org");
        assertThat(ask("/inventory/apps/app-1").getContentAsString()).contains("/policy/apps/app-1");
        send("/policy/apps/app-1/delete", "back", "list");
        assertThat(ask("/policy/apps").getContentAsString()).doesNotContain("70 / 85%");
    }

    private int appPolicy(String warning, String critical) throws Exception {
        return this.mvc
            .perform(post("/policy/apps/app-1").param("cpuWarning", warning)
                .param("cpuCritical", critical)
                .param("memoryWarning", "80")
                .param("memoryCritical", "95")
                .param("measure", "120")
                .param("email", "shop@example.org")
                .param("emailSent", "on")
                .param("enabled", "on")
                .session(this.session)
                .with(csrf()))
            .andReturn()
            .getResponse()
            .getStatus();
    }

    @Test
    void saveFiltersAndExport() throws Exception {
        send("/account/filters?query=severity=CRITICAL", "name", "night");
        assertThat(ask("/alarm?severity=CRITICAL").getContentAsString()).contains("night", "severity=CRITICAL");
        String csv = ask("/alarm/export?severity=CRITICAL").getContentAsString();
        assertThat(csv).startsWith("\uFEFFalarm,severity").contains("diego-cell/3", "CRITICAL");
        assertThat(ask("/incident/export?state=all").getContentAsString()).contains("diego-cell/3 CPU");
    }

    @Test
    void sayWhoWouldBeToldAndWhyNot() throws Exception {
        assertThat(ask("/notification/routes").getStatus()).isEqualTo(200);
        String page = ask("/notification/routes?q=diego&resource=CPU&severity=CRITICAL").getContentAsString();
        assertThat(page).contains("diego-cell/3", "administrator@monitoring.invalid");
        assertThat(ask("/runs").getStatus()).isEqualTo(200);
        MockHttpServletResponse tried = this.mvc
            .perform(post("/policy/try").param("warning", "90")
                .param("critical", "80")
                .param("measure", "600")
                .param("repeat", "10")
                .param("recovery", "5")
                .param("raiseAfter", "1")
                .param("resolveAfter", "1")
                .session(this.session)
                .with(csrf()))
            .andReturn()
            .getResponse();
        assertThat(tried.getStatus()).isEqualTo(200);
        assertThat(tried.getContentAsString()).contains("id=\"trial\"").doesNotContain("class=\"tallies");
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        MvcResult result = this.mvc.perform(get(path).session(this.session)).andReturn();
        if (result.getModelAndView() != null) {
            assertThat(ModelTypes.hidden(result.getModelAndView().getModel())).as("not public in " + path).isEmpty();
        }
        return result.getResponse();
    }

    private void send(String path, String name, String value) throws Exception {
        int status = this.mvc.perform(post(path).param(name, value).session(this.session).with(csrf()))
            .andReturn()
            .getResponse()
            .getStatus();
        assertThat(status).as(path).isEqualTo(302);
    }

    private static Alarm raised() {
        return raised(Resource.CPU);
    }

    private static Alarm raised(Resource resource) {
        Alarm.Progress progress = new Alarm.Progress(AT, AT, null, null, null, 1, 0, null);
        return new Alarm("", new AlarmTarget(Origin.VM, "vm-1", "diego-cell/3", "10.0.1.3", "paasta", "z1", ""),
                resource, Severity.CRITICAL, AlarmState.RAISED, new Alarm.Reading(93.1, 90, AT), progress, null);
    }

}
