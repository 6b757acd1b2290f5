package monitoring.dashboard.log;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

class LogExportTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00.123Z");

    private final LogExport export = new LogExport(mock(LogStore.class), JsonMapper.builder().build());

    @Test
    void writesEveryPage() throws IOException {
        List<String> asked = new ArrayList<>();
        String text = written("ndjson", page("a", "first"), (after) -> {
            asked.add(after);
            return page(null, "second, \"quoted\"");
        });
        assertThat(asked).containsExactly("a");
        assertThat(text.lines()).hasSize(2);
        assertThat(text).contains("\"message\":\"first\"", "\"message\":\"second, \\\"quoted\\\"\"",
                "\"time\":\"2026-11-21T02:10:00.123Z\"", "\"group\":\"router\"");
    }

    @Test
    void quotesWhatCsvNeedsQuoted() throws IOException {
        String text = written("csv", page(null, "a,\"b\"\nc"), (after) -> page(null, ""));
        assertThat(text).startsWith("\uFEFFtime,severity,deployment")
            .contains("2026-11-21T02:10:00.123Z,ERROR,paasta,router,i-1,10.0.1.3,gorouter,,,,,\"a,\"\"b\"\"\nc\"\r\n");
    }

    @Test
    void letsNoSpreadsheetTakeAMessageForAFormula() {
        assertThat(LogExport.quoted("=HYPERLINK(1)")).isEqualTo("'=HYPERLINK(1)");
        assertThat(LogExport.quoted("-1+1")).isEqualTo("'-1+1");
        assertThat(LogExport.quoted("plain")).isEqualTo("plain");
    }

    @Test
    void stopsAtItsLimit() throws IOException {
        int[] pages = { 1 };
        LogPage full = new LogPage(Collections.nCopies(LogExport.PAGE, hit("x")), LogExport.PAGE, "more");
        String text = written("ndjson", full, (after) -> {
            pages[0]++;
            return full;
        });
        assertThat(pages[0]).isEqualTo(LogExport.LIMIT / LogExport.PAGE);
        assertThat(text.lines().count()).isEqualTo(LogExport.LIMIT);
    }

    @Test
    void refusesAFormatItDoesNotKnow() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.export.type("xls"));
    }

    private String written(String format, LogPage first, Function<String, LogPage> next) throws IOException {
        StringWriter text = new StringWriter();
        this.export.write(format, first, next, new PrintWriter(text));
        return text.toString();
    }

    private static LogPage page(@Nullable String next, String message) {
        return new LogPage(List.of(hit(message)), 1, next);
    }

    private static LogPage.Hit hit(String message) {
        LogEntry.SyslogHeader header = new LogEntry.SyslogHeader(LogSeverity.ERROR, 1, "10.0.1.3", "gorouter", "", "");
        LogEntry entry = new LogEntry("id", AT, AT, "10.0.1.3", message, header,
                new LogEntry.BoshInstance("bosh", "paasta", "router", "z1", "i-1"), null, Map.of(), "", Set.of());
        return new LogPage.Hit(entry, List.of());
    }

}
