package monitoring.dashboard.incident;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import monitoring.dashboard.web.mark.WrittenMarks;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IncidentMarksTest {

    private static final String ALARMS = "<ui:alarms of=\"${value}\"/>";

    private static final TimeRange TIME = TimeRange.before(WrittenMarks.NOW, Duration.ofHours(1));

    private final WrittenMarks marks = new WrittenMarks(new TimelineMark(), new AlarmsMark());

    @Test
    void saysWhenWhatHappenedToWhomAndWhoDidIt() {
        TimelineEntry raised = new TimelineEntry(WrittenMarks.NOW, "event", "alarm.event.RAISED", "fail",
                "diego-cell/3", "kim", "no sample for 5 min", "", null);
        assertThat(written(Locale.ENGLISH, raised)).isEqualTo("<ol class=\"timeline\"><li class=\"k-event\">"
                + "<time datetime=\"2026-11-21T02:10:00Z\">2026-11-21 11:10:00</time>"
                + "<div><span class=\"dot s-failed\"><svg class=\"icon\" aria-hidden=\"true\">"
                + "<use href=\"/assets/icons-4711.svg#failed\"/></svg></span> <b>diego-cell/3</b> "
                + "<span>raised</span> <span class=\"faint\">kim</span>"
                + "<p class=\"words\">no sample for 5 min</p></div></li></ol>");
        assertThat(written(Locale.KOREAN, raised)).contains("<span>발생</span>");
    }

    @Test
    void leavesOutWhatNobodySaid() {
        TimelineEntry told = new TimelineEntry(WrittenMarks.NOW, "told", "notification.state.SENT", "info", "", "", "",
                "/notification/7", null);
        assertThat(written(Locale.ENGLISH, told))
            .contains("s-info", "</svg></span> <a href=\"/notification/7\">Sent</a> </div>")
            .doesNotContain("<b>", "faint", "words");
    }

    @Test
    void whatPeopleWroteIsNeverMarkup() {
        String hostile = WrittenMarks.HOSTILE;
        TimelineEntry action = new TimelineEntry(WrittenMarks.NOW, "action", "incident.action", "info", hostile,
                hostile, hostile, hostile, null);
        assertThat(written(Locale.ENGLISH, action)).doesNotContain("<script", "'\"");
    }

    @Test
    void alarmsLeadToTheirPagesAndAreChosenByThoseWhoMay() {
        IncidentAlarms alarms = new IncidentAlarms(List.of(alarm("7", "diego-cell/3")), "7", TIME, true);
        assertThat(this.marks.in(Locale.ENGLISH, ALARMS, alarms))
            .startsWith("<ul class=\"feed\"><li class=\"pick\"><input type=\"checkbox\" name=\"ids\" value=\"7\""
                    + " aria-label=\"Choose the alarm of diego-cell/3\"><a href=\"/alarm/7\">"
                    + "<span class=\"state s-failed\">")
            .endsWith(
                    "<span class=\"what\"><b>diego-cell/3</b> <span>CPU</span> <span class=\"tag\">cause</span></span>"
                            + "<span class=\"faint\">Pending</span></a>"
                            + aside("/inventory/cell", "The page of diego-cell/3", "vms")
                            + aside("/log?instance=cell&amp;from=2026-11-21T01:10:00Z&amp;to=2026-11-21T02:10:00Z",
                                    "Log lines of diego-cell/3 in the time of this incident", "log")
                            + "</li></ul>");
        assertThat(this.marks.in(Locale.ENGLISH, ALARMS, new IncidentAlarms(alarms.alarms(), null, TIME, false)))
            .doesNotContain("<input", "cause");
    }

    @Test
    void whatIsNoMachineHasNoPage() {
        Alarm blind = new Alarm("8", new AlarmTarget(Origin.BOSH, "store", "InfluxDB", "", "", "", ""), Resource.BLIND,
                Severity.FAIL, AlarmState.PENDING, new Alarm.Reading(0, 0, WrittenMarks.NOW),
                Alarm.Progress.startedAt(WrittenMarks.NOW), null);
        assertThat(this.marks.in(Locale.ENGLISH, ALARMS, new IncidentAlarms(List.of(blind), null, TIME, false)))
            .contains("/alarm/8")
            .doesNotContain("aside");
    }

    private static String aside(String address, String name, String icon) {
        return "<a class=\"aside\" href=\"" + address + "\" aria-label=\"" + name + "\" title=\"" + name
                + "\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"/assets/icons-4711.svg#" + icon
                + "\"/></svg></a>";
    }

    @Test
    void namesOfTargetsAreNeverMarkup() {
        IncidentAlarms alarms = new IncidentAlarms(List.of(alarm("7", WrittenMarks.HOSTILE)), null, TIME, true);
        assertThat(this.marks.in(Locale.KOREAN, ALARMS, alarms)).doesNotContain("<script", "'\"");
    }

    private static Alarm alarm(String id, String name) {
        return new Alarm(id, new AlarmTarget(Origin.VM, "cell", name, "10.0.1.17", "cf", "z1", ""), Resource.CPU,
                Severity.FAIL, AlarmState.PENDING, new Alarm.Reading(91, 90, WrittenMarks.NOW),
                Alarm.Progress.startedAt(WrittenMarks.NOW), null);
    }

    private String written(Locale language, TimelineEntry entry) {
        return this.marks.in(language, "<ui:timeline of=\"${value}\"/>", List.of(entry));
    }

}
