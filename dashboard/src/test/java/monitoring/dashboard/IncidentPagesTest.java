package monitoring.dashboard;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
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

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists of incidents and alarms that are narrowed, and the page of an incident. */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:incidents;DB_CLOSE_DELAY=-1")
class IncidentPagesTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private static final String SNAPSHOT = """
            {"at": "2026-11-21T02:10:00Z", "errors": [{"id": "a-1", "time": "2026-11-21T02:09:58Z", "message": "oops"}]}""";

    private final WebApplicationContext context;

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private Browser admin;

    private String alarm = "";

    private String incident = "";

    @Autowired
    IncidentPagesTest(WebApplicationContext context) {
        this.context = context;
        this.alarms = context.getBean(AlarmStore.class);
        this.incidents = context.getBean(IncidentStore.class);
        this.admin = Browser.ofNobody(context);
    }

    @BeforeEach
    void fill() throws Exception {
        this.admin = Browser.ofAdmin(this.context);
        this.admin.post("/account/language", "language", "en");
        this.alarms.open().forEach((one) -> this.alarms.save(one.withState(AlarmState.RESOLVED)));
        this.incident = this.incidents
            .save(new Incident("", "diego-cell/3 CPU", Severity.CRITICAL, Incident.State.OPEN, AT, null, null, null,
                    "vm:vm-1", SNAPSHOT))
            .id();
        this.alarm = this.alarms.save(alarm(Resource.CPU, this.incident)).id();
    }

    private String ask(String path) throws Exception {
        MockHttpServletResponse answer = this.admin.send(MockMvcRequestBuilders.get(URI.create(path)));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    @Test
    void narrowIncidents() throws Exception {
        String query = "q=cell%2F3&severity=CRITICAL&assignee=nobody&from=2026-11-21T00:00";
        assertThat(ask("/incident?" + query)).contains("href=\"/incident/" + this.incident + "\"",
                ">#" + this.incident + "<", "value=\"2026-11-21 00:00\"",
                "/incident/export?" + query.replace("&", "&amp;"));
        assertThat(ask("/incident?assignee=me")).contains("No incident fits");
        assertThat(ask("/incident?to=2026-01-01T00:00&state=all")).contains("No incident fits",
                "value=\"2026-01-01 00:00\"");
        assertThat(ask("/incident/export?" + query)).contains("diego-cell/3 CPU");
        assertThat(this.admin.get("/incident?state=old").getStatus()).isEqualTo(400);
        assertThat(ask("/incident/" + this.incident)).contains(">#" + this.incident + "</span></h1>");
    }

    @Test
    void sayWhatAnIncidentIsInTheLanguageOfTheReader() throws Exception {
        String mem = this.incidents
            .save(new Incident("", "micro-bosh MEMORY (+2)", Severity.CRITICAL, Incident.State.OPEN, AT, null, null,
                    null, "bosh:mem", ""))
            .id();
        this.alarms.save(alarm(Resource.MEMORY, mem));
        for (String path : List.of("/incident", "/incident/" + mem, "/incident?q=memory",
                "/incident?q=micro-bosh: memory and 2 more")) {
            assertThat(ask(path.replace(" ", "%20"))).as(path)
                .contains("micro-bosh: memory and 2 more")
                .doesNotContain("MEMORY (");
        }
        assertThat(ask("/overview")).contains(">diego-cell/3: CPU <").doesNotContain("diego-cell/3 CPU");
        assertThat(ask("/incident/" + mem)).contains("<title>micro-bosh: memory and 2 more · PaaS Monitoring</title>",
                "<b>diego-cell/3: CPU</b>");
        assertThat(ask("/incident/" + this.incident)).contains("\">micro-bosh: memory and 2 more</option>");
        this.admin.post("/account/language", "language", "ko");
        for (String path : List.of("/incident", "/incident/" + mem, "/incident?q=메모", "/incident?q=micro-bosh: 메모리")) {
            assertThat(ask(UriUtils.encodeQuery(path, StandardCharsets.UTF_8))).as(path)
                .contains("micro-bosh: 메모리 외 2건");
        }
        assertThat(ask("/incident?q=" + UriUtils.encode("디스크", StandardCharsets.UTF_8))).doesNotContain("micro-bosh");
        assertThat(ask("/incident/export?q=" + UriUtils.encode("메모리", StandardCharsets.UTF_8)))
            .contains("micro-bosh MEMORY (+2)");
    }

    private Alarm alarm(Resource resource, String incident) {
        return new Alarm("", new AlarmTarget(Origin.VM, "vm-1", "diego-cell/3", "10.0.1.3", "paasta", "z1", ""),
                resource, Severity.CRITICAL, AlarmState.RAISED, new Alarm.Reading(93.1, 90, AT),
                new Alarm.Progress(AT, AT, null, null, null, 1, 0, null), incident);
    }

    @Test
    void sayWhatHappenedInTheLanguageOfTheReader() throws Exception {
        this.alarms.append(new AlarmEvent(this.alarm, AlarmEvent.Type.ACKNOWLEDGED, Severity.CRITICAL, 0, "kim", AT,
                "by the link of a mail"));
        assertThat(ask("/incident/" + this.incident)).contains("by the link of a mail");
        this.admin.post("/account/language", "language", "ko");
        assertThat(ask("/incident/" + this.incident)).contains("메일의 링크로 처리").doesNotContain("by the link of a mail");
    }

    @Test
    void refreshWhatChangesWhileAnIncidentIsOpen() throws Exception {
        String path = "/incident/" + this.incident + "?entries=0";
        String page = ask(path);
        assertThat(page)
            .contains("hx-get=\"" + path + "\" hx-trigger=\"every 15s\"", "href=\"/log/a-1\"",
                    "href=\"/inventory/vm-1\"", "href=\"/log?instance=vm-1&amp;from=2026-11-21T01:40:00Z&amp;to=")
            .doesNotContain("hx-swap-oob");
        String live = refreshed(path);
        assertThat(live.strip()).startsWith("<section class=\"card\" id=\"incident-alarms\"");
        assertThat(live)
            .contains("id=\"incident-strip\" hx-swap-oob=\"true\"", "1 open of 1",
                    "id=\"incident-timeline\" hx-swap-oob=\"true\"", "id=\"incident-head\" hx-swap-oob=\"true\"",
                    "/alarm/" + this.alarm)
            .doesNotContain("<textarea", "</html>");
        this.incidents.save(new Incident(this.incident, "diego-cell/3 CPU", Severity.CRITICAL, Incident.State.RESOLVED,
                AT, AT.plusSeconds(60), null, null, "vm:vm-1", ""));
        assertThat(refreshed(path)).contains("id=\"incident-alarms\"").doesNotContain("hx-get", "every 15s");
    }

    @Test
    void offerOnlyWhatIsLeftToDoOfAnIncidentWhileItIsOpen() throws Exception {
        String path = "/incident/" + this.incident;
        String deed = path + "/acknowledge\"";
        String acknowledge = "action=\"" + deed + " hx-post=\"" + deed;
        assertThat(bar(ask(path))).contains(acknowledge, "name=\"note\"").doesNotContain("hidden=\"hidden\"");
        assertThat(bar(refreshed(path))).startsWith("hx-swap-oob=\"true\"").doesNotContain("hidden=\"hidden\"");
        this.alarms.save(this.alarms.find(this.alarm).orElseThrow().withState(AlarmState.ACKNOWLEDGED));
        assertThat(bar(refreshed(path))).startsWith("hx-swap-oob=\"true\">")
            .contains(acknowledge + " hidden=\"hidden\"");
        this.alarms.save(this.alarms.find(this.alarm).orElseThrow().withState(AlarmState.RESOLVED));
        assertThat(bar(refreshed(path))).startsWith("hx-swap-oob=\"true\" hidden=\"hidden\">");
    }

    private static String bar(String page) {
        Matcher bar = Pattern.compile("id=\"incident-bar\"\\s*(.*?)</div>", Pattern.DOTALL).matcher(page);
        assertThat(bar.find()).isTrue();
        return bar.group(1);
    }

    private String refreshed(String path) throws Exception {
        return this.admin.send(MockMvcRequestBuilders.get(URI.create(path)).header("HX-Request", "true"))
            .getContentAsString();
    }

    @Test
    void leadFromAnAlarmToItsLogLines() throws Exception {
        assertThat(ask("/alarm/" + this.alarm)).contains("href=\"/inventory/vm-1\"",
                "href=\"/log?instance=vm-1&amp;from=2026-11-21T01:40:00Z&amp;to=",
                "href=\"/alarm?state=all&amp;zone=z1\"", "href=\"/alarm?state=all&amp;q=diego-cell/3\"");
    }

    @Test
    void leadFromStatisticsToTheAlarmsThatWereCounted() throws Exception {
        String page = ask("/alarm/statistics?period=y&day=2026-11-21");
        Matcher noisy = Pattern
            .compile("href=\"(/alarm\\?state=all&amp;q=diego-cell/3&amp;resource=CPU&amp;from=[^\"]+)\"")
            .matcher(page);
        assertThat(noisy.find()).isTrue();
        assertThat(ask(noisy.group(1).replace("&amp;", "&"))).contains("href=\"/alarm/" + this.alarm + "\"");
        for (String place : List.of("service=paasta%20/%20diego-cell", "zone=z1")) {
            Matcher link = Pattern.compile("href=\"(/alarm\\?state=all&amp;" + place + "&amp;from=[^\"]+)\"")
                .matcher(page);
            assertThat(link.find()).as(place).isTrue();
            String query = link.group(1).replace("&amp;", "&");
            assertThat(ask(query)).contains("href=\"/alarm/" + this.alarm + "\"", "class=\"chip\"");
            assertThat(ask(query.replace("z1", "z9").replace("diego-cell", "router")))
                .doesNotContain("href=\"/alarm/" + this.alarm + "\"");
            assertThat(ask(query.replace("/alarm?", "/alarm/export?"))).contains(",paasta,z1,");
            assertThat(ask(query.replace("/alarm?", "/api/v1/alarms?"))).contains("\"id\":\"" + this.alarm + "\"");
            String kept = query.substring(query.indexOf('?') + 1);
            assertThat(this.admin.post("/account/filters", "name", place, "query", kept).getStatus()).isEqualTo(302);
            assertThat(this.admin.post("/alarm/acknowledge", "back", "/alarm?" + kept).getHeader("Location"))
                .isEqualTo("/alarm?" + kept);
        }
        Matcher months = Pattern.compile("<a href=\"(/alarm\\?state=all&amp;from=[^\"]+)\">2026-(\\d\\d)</a>")
            .matcher(page);
        assertThat(months.results().map((one) -> one.group(2)).toList()).hasSize(12);
        months.reset();
        while (months.find()) {
            boolean raised = ask(months.group(1).replace("&amp;", "&")).contains("href=\"/alarm/" + this.alarm + "\"");
            assertThat(raised).as(months.group(2)).isEqualTo("11".equals(months.group(2)));
        }
    }

    @Test
    void takeTheChosenIncidentsAndStayInTheList() throws Exception {
        String back = "/incident?state=all&q=cell";
        MockHttpServletResponse answer = this.admin.post("/incident/acknowledge", "ids", this.incident, "back", back);
        assertThat(answer.getHeader("Location")).isEqualTo(back);
        assertThat(this.alarms.find(this.alarm).orElseThrow().state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(this.admin.post("/incident/acknowledge", "back", "//hostile").getHeader("Location"))
            .isEqualTo("/incident");
        assertThat(this.admin.post("/incident/acknowledge", "ids", "4711").getStatus()).isEqualTo(404);
    }

    @Test
    void narrowAlarmsToTheTimeBetweenTwoMoments() throws Exception {
        String link = "href=\"/alarm/" + this.alarm + "\"";
        String day = "from=2026-11-21T00:00&to=2026-11-22T00:00";
        assertThat(ask("/alarm?" + day)).contains(link, "value=\"2026-11-21 00:00\"", "value=\"2026-11-22 00:00\"",
                "name=\"query\" value=\"" + day.replace("&", "&amp;") + "\"");
        assertThat(ask("/alarm?to=2026-11-01T00:00")).doesNotContain(link);
        assertThat(ask("/alarm?to=2026-11-22T00:00")).contains(link);
        this.admin.post("/account/filters", "name", "that day", "query", day);
        assertThat(ask("/alarm")).contains("/alarm?" + day.replace("&", "&amp;"), "that day");
    }

}
