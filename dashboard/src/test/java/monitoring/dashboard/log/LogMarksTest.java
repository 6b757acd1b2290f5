package monitoring.dashboard.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import monitoring.dashboard.web.mark.WrittenMarks;
import monitoring.storage.log.LogCount;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogEntry.AppSource;
import monitoring.storage.log.LogEntry.SyslogHeader;
import monitoring.storage.log.LogPage.Hit;
import monitoring.storage.log.LogPage.Piece;
import monitoring.storage.log.LogSeverity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogMarksTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00.123Z");

    private static final String HOSTILE = WrittenMarks.HOSTILE;

    private final WrittenMarks marks = new WrittenMarks(new LinesMark(), new BarsMark());

    @Test
    void aLineLeadsToItsOwnPageAndMarksWhatWasSearchedFor() {
        Hit hit = new Hit(entry("4711", "gorouter", "upstream timeout of 3 s"),
                List.of(new Piece("upstream ", false), new Piece("timeout", true), new Piece(" of 3 s", false)));
        assertThat(lines(Locale.ENGLISH, hit)).isEqualTo("<table class=\"log\"><tbody><tr class=\"l-error\">"
                + "<td class=\"num t\"><a href=\"/log/4711\" title=\"This line, with what came before and after\">"
                + "<time datetime=\"2026-11-21T02:10:00.123Z\">2026-11-21 11:10:00.123</time></a></td>"
                + "<td class=\"sev\">error</td><td class=\"src\">10.0.1.17</td><td class=\"prog\">gorouter</td>"
                + "<td class=\"msg\"><div>upstream <mark>timeout</mark> of 3 s</div></td></tr></tbody></table>");
        assertThat(lines(Locale.KOREAN, hit)).contains("title=\"이 로그와 앞뒤 보기\"", "<td class=\"sev\">오류</td>");
    }

    @Test
    void aLineOfAnAppSaysItsProcessInsteadOfItsGuid() {
        String guid = "11ddc22f-f920-4c1b-9f0f-1d2c3b4a5e6f";
        LogEntry entry = new LogEntry("4711", AT, AT, "10.0.1.17", "request served",
                new SyslogHeader(LogSeverity.INFO, 1, "shop.production.ticket-sales", guid, "", ""), null,
                new AppSource(guid, "ticket-sales", "production", "shop", "APP/PROC/WEB", 1), Map.of(), "raw",
                Set.of());
        assertThat(lines(Locale.ENGLISH, new Hit(entry, List.of(new Piece("request served", false)))))
            .contains("<td class=\"src\">ticket-sales/1</td><td class=\"prog\">APP/PROC/WEB</td>");
    }

    @Test
    void whatALineSaysIsNeverMarkup() {
        Hit hit = new Hit(entry(HOSTILE, HOSTILE, HOSTILE),
                List.of(new Piece(HOSTILE, false), new Piece(HOSTILE, true)));
        assertThat(lines(Locale.ENGLISH, hit)).doesNotContain("<script", "'\"")
            .contains("&#39;&quot;&gt;&lt;script&gt;");
    }

    @Test
    void aBarLeadsToItsTimeAndSaysHowManyItStandsFor() {
        Histogram histogram = new Histogram(List.of(new LogCount(AT, 4000, 3), new LogCount(AT.plusSeconds(60), 0, 0)),
                Duration.ofMinutes(1));
        assertThat(this.marks.in(Locale.ENGLISH, "<ui:bars of=\"${value}\"/>", histogram)).contains(
                "<a href=\"/log?from=2026-11-21T02:10:00.123Z&amp;to=2026-11-21T02:11:00.123Z\""
                        + " aria-label=\"2026-11-21 11:10: 4000\"><title>2026-11-21 11:10 · 4,000 · 3 errors</title>"
                        + "<rect class=\"hit\" x=\"0.0\" width=\"50.02\" y=\"0\" height=\"100\"/>"
                        + "<rect class=\"col\" x=\"0.0\" width=\"41.0\" y=\"0.0\" height=\"100.0\"/>"
                        + "<rect class=\"err\" x=\"0.0\" width=\"41.0\" y=\"98.0\" height=\"2.0\"/></a>",
                "<rect class=\"col\" x=\"50.0\" width=\"41.0\" y=\"100.0\" height=\"0.0\"/>");
    }

    private String lines(Locale language, Hit hit) {
        return this.marks.in(language, "<ui:lines of=\"${value}\"/>", List.of(hit));
    }

    private static LogEntry entry(String id, String program, String message) {
        return new LogEntry(id, AT, AT, "10.0.1.17", message,
                new SyslogHeader(LogSeverity.ERROR, 1, "10.0.1.17", program, "", ""), null, null, Map.of(), "raw",
                Set.of());
    }

}
