package monitoring.dashboard.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogField;
import monitoring.storage.log.LogPage.Hit;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import monitoring.storage.metric.TimeRange;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Finds what the same source said before and after one line. */
@Component
class LogContext {

    private static final int LINES = 25;

    private final LogStore logs;

    LogContext(LogStore logs) {
        this.logs = logs;
    }

    @Nullable Context of(String id, int minutes) {
        if (minutes < 1 || minutes > 1440) {
            throw new InvalidInputException("minutes", minutes, "1..1440");
        }
        return this.logs.find(id)
            .filter(LogContext::isSeen)
            .map((entry) -> around(entry, Duration.ofMinutes(minutes)))
            .orElse(null);
    }

    private static boolean isSeen(LogEntry entry) {
        Set<String> organizations = Viewer.currentOrganizations();
        LogEntry.@Nullable AppSource app = entry.app();
        return organizations.isEmpty() || (app != null && organizations.contains(app.organization()));
    }

    private Context around(LogEntry entry, Duration length) {
        Map<LogField, String> source = source(entry);
        List<LogEntry> before = new ArrayList<>(
                find(new TimeRange(entry.time().minus(length), entry.time()), source, true));
        Collections.reverse(before);
        List<LogEntry> after = find(new TimeRange(entry.time(), entry.time().plus(length)), source, false).stream()
            .filter((one) -> !one.id().equals(entry.id()))
            .toList();
        return new Context(entry, before, after);
    }

    private List<LogEntry> find(TimeRange range, Map<LogField, String> source, boolean newestFirst) {
        LogQuery query = new LogQuery("", range, source, LogSeverity.DEBUG, Viewer.currentOrganizations(),
                new LogQuery.Page(LINES, newestFirst, null));
        return this.logs.search(query).hits().stream().map(Hit::entry).toList();
    }

    /** The app instance, else the BOSH instance, else the host. */
    private static Map<LogField, String> source(LogEntry entry) {
        Map<LogField, String> source = new EnumMap<>(LogField.class);
        LogEntry.@Nullable AppSource app = entry.app();
        LogEntry.@Nullable BoshInstance instance = entry.instance();
        if (app != null && !app.guid().isEmpty()) {
            source.put(LogField.APP_GUID, app.guid());
        }
        else if (instance != null && !instance.id().isEmpty()) {
            source.put(LogField.INSTANCE_ID, instance.id());
        }
        else if (!entry.syslog().host().isEmpty()) {
            source.put(LogField.HOST, entry.syslog().host());
        }
        return source;
    }

    /**
     * A line and its neighbours.
     *
     * @param entry the line
     * @param before what came before, oldest first
     * @param after what came after, oldest first
     */
    public record Context(LogEntry entry, List<LogEntry> before, List<LogEntry> after) {
    }

}
