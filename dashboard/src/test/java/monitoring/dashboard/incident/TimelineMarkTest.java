package monitoring.dashboard.incident;

import java.util.List;
import java.util.Locale;

import monitoring.dashboard.web.mark.WrittenMarks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineMarkTest {

    private final WrittenMarks marks = new WrittenMarks(new TimelineMark());

    @Test
    void saysWhenWhatHappenedToWhomAndWhoDidIt() {
        TimelineEntry raised = new TimelineEntry(WrittenMarks.NOW, "event", "alarm.event.RAISED", "fail",
                "diego-cell/3", "kim", "no sample for 5 min", null);
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
                null);
        assertThat(written(Locale.ENGLISH, told)).contains("s-info", "</svg></span> <span>Sent</span> </div>")
            .doesNotContain("<b>", "faint", "words");
    }

    @Test
    void whatPeopleWroteIsNeverMarkup() {
        String hostile = WrittenMarks.HOSTILE;
        TimelineEntry action = new TimelineEntry(WrittenMarks.NOW, "action", "incident.action", "info", hostile,
                hostile, hostile, null);
        assertThat(written(Locale.ENGLISH, action)).doesNotContain("<script", "'\"");
    }

    private String written(Locale language, TimelineEntry entry) {
        return this.marks.in(language, "<ui:timeline of=\"${value}\"/>", List.of(entry));
    }

}
