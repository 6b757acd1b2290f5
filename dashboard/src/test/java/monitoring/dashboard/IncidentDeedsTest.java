package monitoring.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people do to an incident or alarm whose page is open: with a script the page gets
 * only what changed, without one it is shown again, both where they were.
 */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:deeds;DB_CLOSE_DELAY=-1")
class IncidentDeedsTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private final Browser admin;

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private String alarm = "";

    private String path = "";

    private String id = "";

    @Autowired
    IncidentDeedsTest(WebApplicationContext context) throws Exception {
        this.admin = Browser.ofAdmin(context);
        this.alarms = context.getBean(AlarmStore.class);
        this.incidents = context.getBean(IncidentStore.class);
    }

    @BeforeEach
    void fill() throws Exception {
        this.admin.post("/account/language", "language", "en");
        this.alarms.open().forEach((one) -> this.alarms.save(one.withState(AlarmState.RESOLVED)));
        this.id = this.incidents
            .save(new Incident("", "router/0 CPU", Severity.CRITICAL, Incident.State.OPEN, AT, null, null, null,
                    "vm:vm-1", ""))
            .id();
        this.path = "/incident/" + this.id;
        AlarmTarget target = new AlarmTarget(Origin.VM, "vm-1", "router/0", "10.0.1.3", "cf", "z1", "");
        this.alarm = this.alarms
            .save(new Alarm("", target, Resource.CPU, Severity.CRITICAL, AlarmState.RAISED,
                    new Alarm.Reading(93, 90, AT), new Alarm.Progress(AT, AT, null, null, null, 1, 0, null), this.id))
            .id();
    }

    @Test
    void areSentByTheSameFormsWithAndWithoutAScript() throws Exception {
        String page = this.admin.page(this.path + "?entries=0");
        for (String deed : List.of("acknowledge", "resolve", "assign")) {
            String where = "action=\"" + this.path + "/" + deed + "\"";
            assertThat(page).contains("method=\"post\" " + where + " hx-post=\"" + this.path + "/" + deed + "\"");
        }
        for (String part : List.of("incident-bar", "incident-desk")) {
            assertThat(tag(page, part)).contains("role=\"group\"", "tabindex=\"-1\"", "hx-target=\"#incident-alarms\"",
                    "hx-swap=\"outerHTML\"", "hx-sync=\"#incident-alarms:replace\"");
        }
        assertThat(page).contains("name=\"back\" value=\"" + this.path + "?entries=0\"").doesNotContain("hx-swap-oob");
    }

    @Test
    void bringWhatChangedToTheOpenPage() throws Exception {
        String live = done("assign", "assignee", "admin");
        assertThat(this.incidents.find(this.id).orElseThrow().assignee()).isEqualTo("admin");
        assertThat(live.strip()).startsWith("<section class=\"card\" id=\"incident-alarms\"");
        assertThat(live).contains("Assigned.", "<dd>admin</dd>")
            .doesNotContain("</html>", "<textarea", "name=\"into\"");
        assertThat(tag(live, "said")).contains("role=\"status\"", "hx-swap-oob=\"true\"");
        String desk = between(live, "id=\"incident-desk\"", "</div>");
        assertThat(desk).contains("hx-swap-oob=\"true\"", "<option value=\"admin\" selected=\"selected\">")
            .containsPattern("assign\"[^>]* hidden=\"hidden\">.*Take it");
        assertThat(this.admin.page(this.path)).doesNotContain("Assigned.");

        live = done("assign", "assignee", "");
        assertThat(between(live, "id=\"incident-desk\"", "</div>")).doesNotContain("hidden=\"hidden\"", "selected=");

        live = done("acknowledge");
        assertThat(this.alarms.find(this.alarm).orElseThrow().state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(live).contains("1 alarm acknowledged.");
        assertThat(between(live, "id=\"incident-bar\"", "</div>"))
            .containsPattern("acknowledge\"[^>]* hidden=\"hidden\">");
        assertThat(done("acknowledge")).contains("class=\"note warn\"").doesNotContain("class=\"note done\"");

        live = done("resolve", "note", "a loop");
        assertThat(this.alarms.find(this.alarm).orElseThrow().state()).isEqualTo(AlarmState.RESOLVED);
        assertThat(live).contains("1 alarm resolved.", "0 open of 1");
        assertThat(tag(live, "incident-bar")).contains("hidden=\"hidden\"");
        assertThat(this.admin.refreshed(this.path)).doesNotContain("id=\"said\"");
    }

    @Test
    void leadBackToThePartThatWasShown() throws Exception {
        String back = this.path + "?alarms=0&entries=0";
        for (String deed : List.of("assign", "acknowledge", "resolve")) {
            String to = this.path + "/" + deed;
            assertThat(this.admin.post(to, "back", back).getHeader("Location")).isEqualTo(back);
            assertThat(this.admin.post(to, "back", "//hostile/").getHeader("Location")).isEqualTo(this.path);
        }
        assertThat(this.admin.post(this.path + "/assign", "assignee", "nobody-of-us").getStatus()).isEqualTo(400);
    }

    @Test
    void bringToTheOpenPageOfAnAlarmHowItIs() throws Exception {
        String page = "/alarm/" + this.alarm;
        assertThat(this.admin.page(page)).contains("hx-get=\"" + page + "\" hx-trigger=\"every 15s\"")
            .doesNotContain("hx-swap-oob");
        String live = doneAt(page, "acknowledge");
        assertThat(this.alarms.find(this.alarm).orElseThrow().state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(live.strip()).startsWith("<section class=\"card\" id=\"alarm-history\"");
        assertThat(live).contains("Acknowledged.", ">acknowledged</b>")
            .doesNotContain("</html>", "<textarea", "data-board");
        for (String part : List.of("alarm-head", "alarm-strip", "alarm-bar", "alarm-told", "said")) {
            assertThat(tag(live, part)).contains("hx-swap-oob=\"true\"");
        }
        assertThat(between(live, "id=\"alarm-bar\"", "</div>"))
            .containsPattern("acknowledge\"[^>]* hidden=\"hidden\">");

        live = doneAt(page, "resolve", "note", "a loop");
        assertThat(live).contains("a loop").doesNotContain("every 15s");
        assertThat(tag(live, "alarm-bar")).contains("hidden=\"hidden\"");
    }

    /** What the browser gets for a form that its script sends, behind the redirect. */
    private String done(String deed, String... fields) throws Exception {
        return doneAt(this.path, deed, fields);
    }

    private String doneAt(String page, String deed, String... fields) throws Exception {
        String location = this.admin.post(page + "/" + deed, fields).getHeader("Location");
        assertThat(location).isEqualTo(page);
        return this.admin.refreshed(page);
    }

    private static String tag(String page, String id) {
        return between(page, "<\\w+ [^>]*id=\"" + id + "\"", ">");
    }

    private static String between(String page, String begin, String end) {
        Matcher part = Pattern.compile(begin + ".*?" + end, Pattern.DOTALL).matcher(page);
        assertThat(part.find()).as(begin).isTrue();
        return part.group();
    }

}
