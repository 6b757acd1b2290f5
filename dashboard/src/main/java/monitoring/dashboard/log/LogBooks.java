package monitoring.dashboard.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import monitoring.storage.log.LogAuditCounts;
import monitoring.storage.log.LogAuditLine;
import monitoring.storage.log.LogAuditLine.Figure;
import monitoring.storage.metric.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * The books of all relays, summed up.
 *
 * @param total all of it
 * @param hours one row an hour, the latest first
 * @param peers one row a peer and transport, in order
 * @param complete whether every single line adds up and nothing is lost
 */
public record LogBooks(LogAuditCounts total, List<Row> hours, List<Row> peers, boolean complete) {

    /**
     * Sums lines up.
     * @param peer only what came from there; empty for all
     * @param hour only this one in the rows of peers; null for all
     */
    static LogBooks of(List<LogAuditLine> lines, String peer, @Nullable Instant hour) {
        List<LogAuditLine> chosen = lines.stream()
            .filter((line) -> peer.isEmpty() || line.peer().equals(peer))
            .toList();
        List<LogAuditLine> within = chosen.stream().filter((line) -> hour == null || line.hour().equals(hour)).toList();
        List<Row> hours = rows(chosen, (line) -> new Key(line.hour(), "", ""));
        List<Row> peers = rows(within, (line) -> new Key(Instant.EPOCH, line.peer(), line.transport()));
        LogAuditCounts total = sum(chosen);
        boolean complete = chosen.stream().allMatch((line) -> line.counts().addUp()) && total.of(Figure.LOST) == 0;
        return new LogBooks(total, hours, peers, complete);
    }

    /** From the begin of the first hour, of which a part is within the range. */
    static TimeRange hours(TimeRange range) {
        return new TimeRange(range.from().truncatedTo(ChronoUnit.HOURS), range.to());
    }

    private static List<Row> rows(List<LogAuditLine> lines, Function<LogAuditLine, Key> by) {
        Map<Key, List<LogAuditLine>> groups = lines.stream()
            .collect(Collectors.groupingBy(by, () -> new TreeMap<>(Key.ORDER), Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, group) -> rows.add(new Row(key, sum(group),
                group.stream().allMatch((line) -> line.counts().addUp() && line.counts().of(Figure.LOST) == 0))));
        return rows;
    }

    private static LogAuditCounts sum(List<LogAuditLine> lines) {
        return lines.stream().map(LogAuditLine::counts).reduce(LogAuditCounts.NONE, LogAuditCounts::plus);
    }

    /**
     * What a row is about.
     *
     * @param hour its begin
     * @param peer who sent it
     * @param transport the way it came
     */
    public record Key(Instant hour, String peer, String transport) {

        static final Comparator<Key> ORDER = Comparator.comparing(Key::hour)
            .reversed()
            .thenComparing(Key::peer)
            .thenComparing(Key::transport);

    }

    /**
     * One row.
     *
     * @param key what it is about
     * @param counts how many
     * @param complete whether it adds up and nothing is lost
     */
    public record Row(Key key, LogAuditCounts counts, boolean complete) {
    }

}
