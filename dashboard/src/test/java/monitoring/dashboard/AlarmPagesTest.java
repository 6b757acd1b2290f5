package monitoring.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Searching alarms and writing notes to them, by the forms that the pages show. PaaS-TA's
 * screen of VMs asked and wrote those of the hosts below, and the other way round.
 */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:alarms;DB_CLOSE_DELAY=-1")
class AlarmPagesTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private final Browser admin;

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    @Autowired
    AlarmPagesTest(WebApplicationContext context) throws Exception {
        this.admin = Browser.ofAdmin(context);
        this.alarms = context.getBean(AlarmStore.class);
        this.incidents = context.getBean(IncidentStore.class);
    }

    @Test
    void searchesAndKeepsNotesOfTheAlarmThatIsShown() throws Exception {
        Alarm director = raised(Origin.BOSH, "director-a");
        Alarm vm = raised(Origin.VM, "router/7");
        Alarm container = raised(Origin.CONTAINER, "shop[0]");

        assertThat(ask("/alarm?origin=VM")).contains("router/7").doesNotContain("director-a", "shop[0]");
        assertThat(ask("/alarm?origin=BOSH")).contains("director-a").doesNotContain("router/7", "shop[0]");
        assertThat(ask("/alarm?q=shop")).contains("shop[0]").doesNotContain("router/7", "director-a");

        for (Alarm alarm : List.of(director, vm, container)) {
            String note = "seen \"" + alarm.target().name() + "\"\nand <restarted>";
            send(form(alarm, "/action\""), note);
            assertThat(notes(alarm)).containsExactly("admin: " + note);
            send(form(alarm, "/action/\\d+\""), "later: " + note);
            assertThat(notes(alarm)).containsExactly("admin: later: " + note);
        }
        send(form(vm, "/action/\\d+/delete\""), "");
        assertThat(notes(vm)).isEmpty();
        assertThat(List.of(notes(director), notes(container))).allSatisfy((kept) -> assertThat(kept).hasSize(1));
    }

    @Test
    void saysHowManyOfTheChosenAlarmsWereTaken() throws Exception {
        String one = raised(Origin.VM, "uaa/0").id();
        String other = raised(Origin.VM, "uaa/1").id();

        choose("/alarm/acknowledge");
        assertThat(ask("/alarm")).contains("class=\"note warn\"", "알람을 하나 이상 선택하십시오.")
            .doesNotContain("class=\"note done\"");
        choose("/alarm/acknowledge", one);
        assertThat(ask("/alarm")).contains("class=\"note done\"", "알람 1건을 확인 처리했습니다.");
        choose("/alarm/acknowledge", one);
        assertThat(ask("/alarm")).contains("class=\"note warn\"", "확인을 기다리는 알람이 없어 변경된 것이 없습니다.");
        choose("/alarm/resolve", one, other);
        assertThat(ask("/alarm")).contains("class=\"note done\"", "알람 2건을 해결 처리했습니다.");
        choose("/alarm/resolve", one, other);
        assertThat(ask("/alarm")).contains("class=\"note warn\"", "이미 모두 해결된 알람이므로 변경된 것이 없습니다.");
    }

    @Test
    void showWhatWasTakenAtOnceInAnOrderThatIsKept() throws Exception {
        String one = raised(Origin.VM, "nats/7").id();
        String sorted = "/alarm?state=all&q=nats/7&sort=";
        for (String column : List.of("target", "resource", "value")) {
            assertThat(rows(sorted + column)).contains("nats/7").doesNotContain("확인됨");
        }
        choose("/alarm/acknowledge", one);
        ask("/alarm");
        for (String column : List.of("target", "resource", "value")) {
            assertThat(rows(sorted + column)).contains("nats/7", "확인됨");
        }
    }

    private String rows(String list) throws Exception {
        return ask(list).replaceFirst("(?s).*<tbody", "");
    }

    private void choose(String path, String... ids) throws Exception {
        List<String> fields = new ArrayList<>(List.of("back", "/alarm"));
        for (String id : ids) {
            fields.addAll(List.of("ids", id));
        }
        assertThat(this.admin.post(path, fields.toArray(String[]::new)).getRedirectedUrl()).isEqualTo("/alarm");
    }

    private List<String> notes(Alarm alarm) {
        List<String> notes = new ArrayList<>();
        for (IncidentAction action : this.incidents.actionsOfAlarm(alarm.id())) {
            notes.add(action.user() + ": " + action.description());
        }
        return notes;
    }

    /** Where a form of an alarm's page leads. */
    private String form(Alarm alarm, String ending) throws Exception {
        Matcher action = Pattern.compile("(?:form)?action=\"([^\"]*" + ending + ")")
            .matcher(ask("/alarm/" + alarm.id()));
        assertThat(action.find()).as(ending).isTrue();
        return action.group(1).replace("\"", "");
    }

    private void send(String path, String note) throws Exception {
        assertThat(this.admin.post(path, "description", note, "back", "/alarm").getStatus()).as(path).isEqualTo(302);
    }

    private String ask(String path) throws Exception {
        return this.admin.get(path).getContentAsString();
    }

    private Alarm raised(Origin origin, String name) {
        AlarmTarget target = new AlarmTarget(origin, name, name, "10.0.1.3", "cf", "z1", "");
        return this.alarms.save(new Alarm("", target, Resource.CPU, Severity.CRITICAL, AlarmState.RAISED,
                new Alarm.Reading(91, 90, AT), new Alarm.Progress(AT, AT, null, null, null, 1, 0, null), null));
    }

}
