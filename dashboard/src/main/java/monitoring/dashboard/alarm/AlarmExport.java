package monitoring.dashboard.alarm;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.Csv;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Alarm.Progress;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Writes alarms of a filter as a table for a spreadsheet or as one JSON object a line,
 * the newest 50,000, a thousand at a time.
 */
@Component
class AlarmExport {

    private static final int MOST = 50_000;

    private static final int PIECE = 1000;

    private static final List<String> COLUMNS = List.of("alarm", "severity", "state", "origin", "target", "address",
            "deployment", "zone", "resource", "value", "threshold", "started", "raised", "acknowledged", "resolved",
            "resolved by", "incident");

    private final AlarmStore alarms;

    private final JsonMapper json;

    private final Clock clock;

    AlarmExport(AlarmStore alarms, JsonMapper json, Clock clock) {
        this.alarms = alarms;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes the alarms that the one who is signed in may see.
     * @param format csv or ndjson
     * @throws InvalidInputException if it is neither, or the filter is wrong; said before
     * the file begins
     */
    void write(String format, AlarmFilter filter, TimeChoice.Query time, HttpServletResponse response)
            throws IOException {
        Instant now = this.clock.instant();
        String type = type(format);
        filter.query(time, now, new PageRequest(0, PIECE));
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"alarms." + format + "\"");
        Consumer<Alarm> row = rows("csv".equals(format), response.getWriter());
        PageRequest piece = PageRequest.first(PIECE).uncounted();
        for (int number = 0; number < MOST / PIECE; number++) {
            PageOf<Alarm> page = this.alarms.search(filter.query(time, now, piece));
            page.items().forEach(row);
            if (page.next() == null) {
                return;
            }
            piece = piece.after(page.next());
        }
    }

    private static String type(String format) {
        return switch (format) {
            case "csv" -> "text/csv";
            case "ndjson" -> "application/x-ndjson";
            default -> throw new InvalidInputException("format", format, "csv or ndjson");
        };
    }

    private Consumer<Alarm> rows(boolean csv, PrintWriter out) {
        if (!csv) {
            return (alarm) -> out.print(this.json.writeValueAsString(alarm) + "\n");
        }
        Csv table = new Csv(out);
        table.row(COLUMNS.toArray());
        return (alarm) -> write(table, alarm);
    }

    private static void write(Csv csv, Alarm alarm) {
        Progress progress = alarm.progress();
        csv.row(alarm.id(), alarm.severity(), alarm.state(), alarm.target().origin(), alarm.target().name(),
                alarm.target().ip(), alarm.target().deployment(), alarm.target().zone(), alarm.resource(),
                alarm.reading().value(), alarm.reading().threshold(), progress.startedAt(), progress.raisedAt(),
                progress.acknowledgedAt(), progress.resolvedAt(), progress.resolvedBy(), alarm.incidentId());
    }

}
