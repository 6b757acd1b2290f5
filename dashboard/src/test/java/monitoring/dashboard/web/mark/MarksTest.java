package monitoring.dashboard.web.mark;

import java.util.List;
import java.util.Locale;

import monitoring.dashboard.inventory.TargetState;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.exceptions.TemplateProcessingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MarksTest {

    private final WrittenMarks marks = new WrittenMarks(new IconMark(), new StateMark(), new SeverityMark(),
            new MeterMark(), new SparkMark(), new WhenMark());

    @Test
    void showAnIconOfTheFileWithAllIcons() {
        String icon = "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/assets/icons-4711.svg#plug\"/></svg>";
        assertThat(written("<ui:icon name=\"plug\"/>", null)).isEqualTo(icon);
        assertThat(written("<ui:icon of=\"${value}\"/>", "plug")).isEqualTo(icon);
    }

    @ParameterizedTest
    @EnumSource
    void sayEachStateInWords(TargetState state) {
        assertThat(written("<ui:state of=\"${value.key()}\"/>", state))
            .startsWith("<span class=\"state s-" + state.key() + "\"><svg")
            .contains("icons-4711.svg#" + state.key() + "\"")
            .doesNotContain("??")
            .containsPattern("<span>[A-Z][a-z ]+</span></span>$");
    }

    @Test
    void sayEachSeverityInWords() {
        assertThat(written("<ui:severity of=\"${value}\"/>", Severity.WARNING)).contains("s-warning", ">Warning<");
        assertThat(written("<ui:severity of=\"${value}\"/>", Severity.CRITICAL)).contains("s-critical", ">Critical<");
        assertThat(written("<ui:severity of=\"${value}\"/>", Severity.FAIL)).contains("s-failed", "#failed\"")
            .doesNotContain("??");
        assertThat(this.marks.in(Locale.KOREAN, "<ui:severity of=\"${value}\"/>", Severity.CRITICAL))
            .contains("<span>위험<");
    }

    @Test
    void drawPercentAsABar() {
        String track = "<rect class=\"track\" width=\"100\" height=\"6\" rx=\"1\"/>";
        assertThat(written("<ui:meter of=\"${value}\"/>", 42.04))
            .isEqualTo("<span class=\"meter\"><b class=\"num\">42.0%"
                    + "</b><svg viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">" + track
                    + "<rect class=\"fill\" width=\"42.0%\" height=\"6\" rx=\"1\"/></svg></span>");
        assertThat(written("<ui:meter of=\"${value}\"/>", 85.0)).contains("class=\"warm\"");
        assertThat(written("<ui:meter of=\"${value}\"/>", 130)).contains(">130.0%<", "class=\"hot\" width=\"100.0%\"");
        assertThat(written("<ui:meter of=\"${value}\"/>", null)).contains("<b class=\"num\">–</b>", track + "</svg>");
    }

    @Test
    void drawPointsAsALine() {
        assertThat(written("<ui:spark of=\"${value}\"/>", "0,1 2,3")).contains("<polyline points=\"0,1 2,3\"/></svg>");
        assertThat(written("<ui:spark of=\"${value}\"/>", null)).endsWith("aria-hidden=\"true\"></svg>");
    }

    @Test
    void sayHowLongAgoAndWhenExactly() {
        assertThat(written("<ui:when of=\"${value}\"/>", WrittenMarks.NOW.minusSeconds(180)))
            .isEqualTo("<time datetime=\"2026-11-21T02:07:00Z\" title=\"2026-11-21 11:07:00\">3 min ago</time>");
        assertThat(written("<ui:when of=\"${value}\"/>", null)).isEqualTo("<time datetime=\"\" title=\"\"></time>");
    }

    @Test
    void areThereWhenAndAsOftenAsAnyOtherElement() {
        assertThat(written("<ui:icon th:each=\"one : ${value}\" th:if=\"${one != 'b'}\" of=\"${one}\"/>",
                List.of("a", "b", "c")))
            .containsSubsequence("#a", "#c")
            .doesNotContain("#b", "th:");
        assertThat(written("<ui:icon th:unless=\"${value}\" name=\"plug\"/>", true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "icon", "state", "spark" })
    void takeWhateverTheyAreGivenAsText(String mark) {
        assertThat(written("<ui:" + mark + " of=\"${value}\"/>", WrittenMarks.HOSTILE))
            .contains("&#39;&quot;&gt;&lt;script&gt;")
            .doesNotContain("<script", "'\"");
    }

    @Test
    void refuseWhatTheyCannotShow() {
        assertThatExceptionOfType(TemplateProcessingException.class).isThrownBy(() -> written("<ui:icon/>", null))
            .havingRootCause()
            .withMessage("ui:icon: neither of nor name (expected: one of them)");
        assertThatExceptionOfType(TemplateProcessingException.class)
            .isThrownBy(() -> written("<ui:severity of=\"${value}\"/>", "CRITICAL"))
            .havingRootCause()
            .withMessage("severity: CRITICAL (expected: one of Severity)");
    }

    private String written(String template, @Nullable Object value) {
        return this.marks.in(Locale.ENGLISH, template, value);
    }

}
