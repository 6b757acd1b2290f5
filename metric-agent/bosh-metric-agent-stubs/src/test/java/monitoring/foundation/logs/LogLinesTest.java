package monitoring.foundation.logs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.layout.LayoutProperties;
import monitoring.foundation.story.Foundation;
import monitoring.foundation.story.Story;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogLinesTest {

    private static final Instant START = Instant.parse("2026-11-21T01:00:00Z");

    private final Layout layout = new Layout(new LayoutProperties(1, 3, 40, 200));

    private final Foundation foundation = new Foundation(this.layout, new Story(this.layout, START),
            FoundationApp::instances, Clock.fixed(START, ZoneOffset.UTC));

    @Test
    void everyLineIsOfRfc5424WithItsInstanceOrItsApp() {
        assertThat(lines(START, 2000)).allSatisfy((line) -> assertThat(line).matches(
                "<\\d{1,3}>1 2026-11-21T01:00:00\\.\\d{6}\\+00:00 \\S+ \\S+ \\S+ - \\[(instance|tags)@47450 [^\\]]+\\] (?s).+"));
    }

    @Test
    void theRouterAppsAndJobsWrite() {
        assertThat(String.join("\n", lines(START, 2000))).contains(" gorouter rs2 ", " [APP/PROC/WEB/0] ", " sshd ",
                "\"source\":\"", "\tat org.example", " uaa rs2 ");
    }

    @Test
    void aDeadCellIsSilentAndOthersTellOfIt() {
        Instant dead = START.plus(Duration.ofMinutes(8));
        var moment = this.foundation.story().at(dead);
        var cell = this.layout.cells().stream().filter((vm) -> !moment.answers(vm)).findFirst().orElseThrow();
        List<String> lines = lines(dead, 3000);
        assertThat(lines).noneMatch((line) -> line.contains("id=\"" + cell.id() + "\"]"));
        assertThat(lines).anyMatch((line) -> line.contains("(Health Monitor) [ALERT]") && line.contains(cell.id()));
    }

    private List<String> lines(Instant time, int count) {
        LogLines source = new LogLines(this.foundation);
        List<String> lines = new ArrayList<>();
        while (lines.size() < count) {
            lines.addAll(source.next(this.foundation.story().at(time)));
        }
        return lines;
    }

}
