package monitoring.dashboard.log;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Writes the lines of a search as CSV or as one JSON object a line, page by page: never
 * more than one page is held, and never more than 100,000 lines are written.
 */
@Component
class LogExport {

    static final int LIMIT = 100_000;

    static final int PAGE = 2_000;

    private static final List<String> COLUMNS = List.of("time", "severity", "deployment", "group", "instance", "host",
            "program", "organization", "space", "app", "index", "message");

    private final LogStore logs;

    private final JsonMapper json;

    LogExport(LogStore logs, JsonMapper json) {
        this.logs = logs;
        this.json = json;
    }

    /**
     * Writes the lines of a search, newest first.
     * @param format csv or ndjson
     * @throws InvalidInputException if it is neither; said before the file begins
     * @throws LogStoreException if the query is wrong or the store does not answer at
     * first; said before the file begins, too
     */
    void write(String format, LogForm form, TimeChoice choice, HttpServletResponse response) throws IOException {
        LogSearch search = form.search();
        String type = type(format);
        LogPage first = this.logs.search(search.query(choice, new LogQuery.Page(PAGE, true, null)));
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"logs." + format + "\"");
        write(format, first, (after) -> this.logs.search(search.query(choice, new LogQuery.Page(PAGE, true, after))),
                response.getWriter());
    }

    /** The media type of a format. */
    String type(String format) {
        return switch (format) {
            case "csv" -> "text/csv;charset=UTF-8";
            case "ndjson" -> "application/x-ndjson;charset=UTF-8";
            default -> throw new InvalidInputException("format", format, "csv or ndjson");
        };
    }

    /**
     * Writes the lines.
     * @param first the first page
     * @param next gives the page after a cursor
     */
    void write(String format, LogPage first, Function<String, LogPage> next, PrintWriter out) throws IOException {
        boolean csv = "csv".equals(format);
        if (csv) {
            // Excel takes it for UTF-8
            out.print("\uFEFF" + String.join(",", COLUMNS) + "\r\n");
        }
        int written = 0;
        LogPage page = first;
        while (true) {
            for (LogPage.Hit hit : page.hits()) {
                Map<String, Object> row = row(hit.entry());
                out.print(csv ? csv(row) : this.json.writeValueAsString(row) + "\n");
            }
            written += page.hits().size();
            @Nullable String after = page.next();
            if (after == null || written + PAGE > LIMIT) {
                return;
            }
            if (out.checkError()) {
                throw new IOException("the reader went away after " + written + " lines");
            }
            page = next.apply(after);
        }
    }

    private static Map<String, Object> row(LogEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        LogEntry.@Nullable BoshInstance instance = entry.instance();
        LogEntry.@Nullable AppSource app = entry.app();
        row.put("time", entry.time().toString());
        row.put("severity", entry.syslog().severity().name());
        row.put("deployment", (instance == null) ? "" : instance.deployment());
        row.put("group", (instance == null) ? "" : instance.group());
        row.put("instance", (instance == null) ? "" : instance.id());
        row.put("host", entry.syslog().host());
        row.put("program", entry.syslog().program());
        row.put("organization", (app == null) ? "" : app.organization());
        row.put("space", (app == null) ? "" : app.space());
        row.put("app", (app == null) ? "" : app.name());
        row.put("index", (app == null || app.index() < 0) ? "" : app.index());
        row.put("message", entry.message());
        return row;
    }

    private static String csv(Map<String, Object> row) {
        return COLUMNS.stream()
            .map((column) -> quoted(String.valueOf(row.get(column))))
            .collect(Collectors.joining(",")) + "\r\n";
    }

    /** Quoted where it must be; a spreadsheet shall not take a message for a formula. */
    static String quoted(String value) {
        String safe = (!value.isEmpty() && "=+-@\t".indexOf(value.charAt(0)) >= 0) ? "'" + value : value;
        return safe.matches("[^,\"\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

}
