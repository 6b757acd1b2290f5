package monitoring.dashboard;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.storage.account.AccountStore;
import monitoring.storage.account.AuditEntry;
import monitoring.storage.account.Role;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static monitoring.dashboard.Program.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Lists longer than a page, read by people and programs while they grow. */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:lists;DB_CLOSE_DELAY=-1")
class LongListsTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private final WebApplicationContext context;

    private final MockMvc mvc;

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private final Program administrator;

    private MockHttpSession session = new MockHttpSession();

    @Autowired
    LongListsTest(WebApplicationContext context) {
        this.context = context;
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        this.alarms = context.getBean(AlarmStore.class);
        this.incidents = context.getBean(IncidentStore.class);
        this.administrator = Program.as(Role.ADMINISTRATOR, context);
    }

    @BeforeEach
    void signIn() throws Exception {
        JdbcClient sql = this.context.getBean(JdbcClient.class);
        List.of("alarms", "open_alarms", "alarm_names", "alarm_events", "incidents", "notifications")
            .forEach((table) -> sql.sql("delete from " + table).update());
        this.session = (MockHttpSession) this.mvc.perform(formLogin().user("admin").password("correct horse"))
            .andReturn()
            .getRequest()
            .getSession();
        this.mvc.perform(post("/account/language").param("language", "en").session(this.session).with(csrf()));
    }

    private Alarm raise(int number, String incident) {
        String name = "vm-" + number;
        Instant at = AT.plusSeconds(number);
        return this.alarms.save(new Alarm("", new AlarmTarget(Origin.VM, name, name, "10.0.1.3", "cf", "z1", ""),
                Resource.CPU, Severity.CRITICAL, AlarmState.RAISED, new Alarm.Reading(91, 90, at),
                new Alarm.Progress(at, at, null, null, null, 1, 0, null), incident));
    }

    private String incident() {
        return this.incidents
            .save(new Incident("", "great", Severity.CRITICAL, Incident.State.OPEN, AT, null, null, null, "g", ""))
            .id();
    }

    private String ask(String path) throws Exception {
        return this.mvc.perform(get(URI.create(path)).session(this.session))
            .andReturn()
            .getResponse()
            .getContentAsString();
    }

    /** What the page of an error says of an address. */
    private String refused(String path) throws Exception {
        MvcResult result = this.mvc.perform(get(URI.create(path)).session(this.session)).andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(400);
        return String.valueOf(result.getRequest().getAttribute("monitoring.problem"));
    }

    private static List<String> names(String page) {
        return Pattern.compile("<a href=\"/alarm/\\d+\">(vm-\\d+)</a>")
            .matcher(page)
            .results()
            .map((one) -> one.group(1))
            .toList();
    }

    private static String link(String page, String rel) {
        Matcher link = Pattern.compile("<a href=\"([^\"]+)\" rel=\"" + rel + "\"").matcher(page);
        assertThat(link.find()).as("a link to the " + rel + " page").isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    @Test
    void peopleTurnPagesThatNothingShifts() throws Exception {
        for (int i = 0; i < 120; i++) {
            raise(i, incidentless());
        }
        String first = ask("/alarm?state=all&severity=CRITICAL");
        assertThat(names(first)).hasSize(50).startsWith("vm-119");
        assertThat(first).contains("50 of 120").doesNotContain("rel=\"prev\"");
        raise(120, incidentless());
        String second = ask(link(first, "next"));
        assertThat(link(first, "next")).contains("state=all", "severity=CRITICAL");
        assertThat(names(second)).hasSize(50).startsWith("vm-69").endsWith("vm-20");
        String third = ask(link(second, "next"));
        assertThat(names(third)).hasSize(20).endsWith("vm-0");
        assertThat(third).doesNotContain("rel=\"next\"").contains("<a href=\"/alarm?state=all&amp;severity=CRITICAL\"");
        assertThat(names(ask(link(third, "prev")))).isEqualTo(names(second));
        assertThat(names(ask(link(second, "prev")))).as("what was raised since is above it")
            .startsWith("vm-119")
            .endsWith("vm-70");
        assertThat(names(ask("/alarm?state=all&page=2"))).startsWith("vm-20");
        assertThat(refused("/alarm?state=all&page=900")).contains("page: 900 (expected: 0..200");
        assertThat(refused("/alarm?state=all&after=nowhere!")).contains("cursor: nowhere! (expected: ");
        assertThat(names(ask("/alarm?state=all&sort=target&q=VM-11"))).startsWith("vm-11", "vm-110").hasSize(11);
    }

    /** The alarms of some pages of an incident. */
    private static List<String> picks(String... pages) {
        Pattern pick = Pattern.compile("name=\"ids\" value=\"(\\d+)\"");
        return Arrays.stream(pages)
            .flatMap((page) -> pick.matcher(page).results())
            .map((found) -> found.group(1))
            .toList();
    }

    /** An alarm that is in no incident. */
    private static String incidentless() {
        return "4711";
    }

    @Test
    void anIncidentOfAThousandAlarmsShowsTheFirstAndSaysSo() throws Exception {
        String id = incident();
        for (int i = 0; i < 130; i++) {
            Alarm alarm = raise(i, id);
            this.alarms.append(new AlarmEvent(alarm.id(), AlarmEvent.Type.RAISED, Severity.CRITICAL, 91, "system",
                    AT.plusSeconds(i), "over"));
        }
        String page = ask("/incident/" + id);
        assertThat(page).contains("130 open of 130", "1–50 of 130, the cause", "Entries 1–100, the newest first",
                "href=\"/incident/" + id + "?alarms=1\"", "href=\"/incident/" + id + "?entries=1\"",
                "href=\"/alarm?state=all&amp;incident=" + id + "\"");
        assertThat(page.split("class=\"pick\"", -1)).hasSize(51);
        assertThat(page.split("class=\"k-event\"", -1)).hasSize(101);
        String last = ask("/incident/" + id + "?alarms=2&entries=1");
        assertThat(last).contains("101–130 of 130", "Entries 101–130",
                "href=\"/incident/" + id + "?entries=1&amp;alarms=1\"",
                "href=\"/incident/" + id + "?alarms=2&amp;entries=0\"");
        assertThat(last.split("class=\"pick\"", -1)).hasSize(31);
        assertThat(last.split("class=\"k-event\"", -1)).hasSize(31);
        assertThat(picks(page, ask("/incident/" + id + "?alarms=1"), last)).hasSize(130).doesNotHaveDuplicates();
        assertThat(ask("/incident/" + id + "?alarms=999999999&entries=-3")).contains("Entries 1–100");
        raise(500, incidentless());
        assertThat(names(ask("/alarm?incident=" + id))).hasSize(50).startsWith("vm-129");
        assertThat(this.administrator.read("/api/v1/incidents/" + id + "/timeline")).hasSize(130);
        assertThat(this.administrator.read("/api/v1/alarms?size=1000&incident=" + id).get("items")).hasSize(130);
    }

    @Test
    void programsMeetEachItemOnceWhateverIsAddedMeanwhile() throws Exception {
        for (int i = 0; i < 5; i++) {
            add(i);
        }
        assertThat(everyPage("/api/v1/alarms?state=all", (one) -> one.at("/target/name").asString()))
            .containsExactly("vm-4", "vm-3", "vm-2", "vm-1", "vm-0");
        assertThat(everyPage("/api/v1/alarms?state=all&sort=target", (one) -> one.at("/target/name").asString()))
            .doesNotHaveDuplicates()
            .contains("vm-0", "vm-1", "vm-2", "vm-3", "vm-4");
        assertThat(everyPage("/api/v1/incidents?state=all", (one) -> one.get("id").asString())).hasSize(7)
            .doesNotHaveDuplicates();
        assertThat(everyPage("/api/v1/notifications?receiver=r", (one) -> one.get("step").asString()))
            .endsWith("4", "3", "2", "1", "0")
            .doesNotHaveDuplicates();
        assertThat(everyPage("/api/v1/audit", (one) -> one.get("subject").asString()).stream()
            .filter((one) -> one.matches("\\d"))).containsExactly("4", "3", "2", "1", "0");
    }

    private int added = 100;

    private List<String> everyPage(String path, Function<JsonNode, String> id) throws Exception {
        List<String> read = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = this.administrator
                .read(path + (path.contains("?") ? "&" : "?") + "size=2" + (next.isEmpty() ? "" : "&after=" + next));
            page.get("items").forEach((one) -> read.add(id.apply(one)));
            if (read.size() <= 2) {
                assertThat(page.get("page").asInt()).isZero();
                add(this.added++);
            }
            else {
                assertThat(page.get("page").isNull()).isTrue();
            }
            next = page.get("next").isNull() ? "" : page.get("next").asString();
        }
        while (!next.isEmpty());
        return read;
    }

    private void add(int number) {
        String name = String.valueOf(number);
        Instant at = AT.plusSeconds(number);
        raise(number, incident());
        this.context.getBean(NotificationStore.class)
            .enqueue(new Notification("", null, name, "r", Reason.RAISED, name, Notification.Delivery.queued(at), at));
        this.context.getBean(AccountStore.class).append(new AuditEntry(at, "kim", "test", name, ""));
    }

    @Test
    void programsAreToldWhatIsNoPlace() throws Exception {
        for (String list : List.of("alarms", "incidents", "notifications", "audit", "scaling/events", "runs", "vms",
                "cells", "apps", "routes/targets")) {
            String path = "/api/v1/" + list;
            assertThat(this.administrator.read(path).has("next")).as(list).isTrue();
            assertThat(problem(this.administrator.get(path + "?after=no%20place"), 400)).as(list)
                .contains("cursor: no place (expected: ");
            assertThat(problem(this.administrator.get(path + "?page=900"), 400)).as(list)
                .contains("page: 900 (expected: 0..100; what comes later, by next)");
        }
        for (String list : List.of("alarms", "incidents", "notifications", "audit", "scaling/events", "vms")) {
            assertThat(problem(this.administrator.get("/api/v1/" + list + "?after=eA.eA.eA"), 400)).as(list)
                .contains("cursor: ");
        }
    }

}
