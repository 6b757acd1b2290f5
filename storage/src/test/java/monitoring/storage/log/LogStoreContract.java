package monitoring.storage.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import monitoring.storage.metric.TimeRange;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What every log store has to do; {@link #store()} is empty and prepared. */
public abstract class LogStoreContract {

    /** A moment of which the events of these tests happened. */
    protected static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456789Z");

    private static final TimeRange DAYS = new TimeRange(NOON.minus(Duration.ofDays(2)), NOON.plus(Duration.ofDays(1)));

    /** The store, the same for one test. */
    protected abstract LogStore store();

    /** Makes what was written findable. */
    protected abstract void refresh();

    @Test
    void givesBackWhatItKept() {
        LogEntry entry = new LogEntry("a-1", NOON, NOON.plusSeconds(1), "10.0.1.17:4711", "PUT /v2/x <b>&</b>",
                new LogEntry.SyslogHeader(LogSeverity.ERROR, 16, "10.0.1.17", "gorouter", "rs2", "-"),
                new LogEntry.BoshInstance("micro-bosh", "cf", "router", "z1", "83bd66e5"),
                new LogEntry.AppSource("6f1c8a52", "shop", "dev", "sales", "RTR", 3),
                Map.of("cursor", 1469780553885742676L, "status", 200, "ok", true, "upstream", "10.0.1.9"), "gorouter",
                Set.of("masked", "year-missing"));
        keep(entry);
        assertThat(store().find("a-1")).contains(entry);
        assertThat(store().find("a-2")).isEmpty();
    }

    @Test
    void keepsTheSameEventOnce() {
        keep(entry("a", NOON, "first"));
        keep(entry("a", NOON, "second"));
        assertThat(search("", LogSeverity.DEBUG)).containsExactly("second");
    }

    @Test
    void findsNothingBeforeAnythingWasKept() {
        LogPage page = store().search(query("anything", Map.of(), LogSeverity.DEBUG, LogQuery.Page.newest(10)));
        assertThat(page.hits()).isEmpty();
        assertThat(page.total()).isZero();
    }

    @Test
    void leavesOutTheEndOfTheRange() {
        keep(entry("a", DAYS.from(), "begin"), entry("b", DAYS.to().minusNanos(1), "last"),
                entry("c", DAYS.to(), "end"));
        assertThat(search("", LogSeverity.DEBUG)).containsExactly("last", "begin");
    }

    @Test
    void ordersEventsOfOneMillisecond() {
        keep(entry("a", NOON.plusNanos(3), "third"), entry("b", NOON.plusNanos(1), "first"),
                entry("c", NOON.plusNanos(2), "second"));
        assertThat(search("", LogSeverity.DEBUG)).containsExactly("third", "second", "first");
    }

    @Test
    void pagesThroughAllEventsOnce() {
        List<LogEntry> entries = IntStream.range(0, 25)
            .mapToObj((number) -> entry("n" + number, NOON.plusSeconds(number / 5), "line " + number))
            .toList();
        keep(entries.toArray(LogEntry[]::new));
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            LogPage page = store().search(page("line", after));
            assertThat(page.total()).isEqualTo(25);
            page.hits().forEach((hit) -> seen.add(hit.entry().id()));
            after = page.next();
        }
        while (after != null);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    private static LogQuery page(String text, @Nullable String after) {
        return query(text, Map.of(), LogSeverity.DEBUG, new LogQuery.Page(7, true, after));
    }

    @Test
    void marksWhatWasSearchedFor() {
        keep(entry("a", NOON, "<i>disk</i> full on Disk 2"), entry("b", NOON, "memory full"));
        LogPage page = store().search(query("disk", Map.of(), LogSeverity.DEBUG, LogQuery.Page.newest(10)));
        assertThat(page.hits()).singleElement()
            .extracting(LogPage.Hit::highlighted)
            .isEqualTo(List.of(new LogPage.Piece("<i>", false), new LogPage.Piece("disk", true),
                    new LogPage.Piece("</i> full on ", false), new LogPage.Piece("Disk", true),
                    new LogPage.Piece(" 2", false)));
    }

    @Test
    void filtersByFieldsAndSeverity() {
        keep(entry("a", NOON, "a"), at("b", "cf", LogSeverity.ERROR), at("c", "cf", LogSeverity.INFO),
                at("d", "redis", LogSeverity.CRITICAL));
        assertThat(search("", LogSeverity.ERROR)).containsExactlyInAnyOrder("b", "d");
        LogQuery query = query("", Map.of(LogField.DEPLOYMENT, "cf"), LogSeverity.ERROR, LogQuery.Page.newest(10));
        assertThat(store().search(query).hits()).extracting((hit) -> hit.entry().id()).containsExactly("b");
    }

    @Test
    void searchesFieldsThatNobodyForesaw() {
        LogEntry plain = entry("a", NOON, "a");
        LogEntry odd = new LogEntry("b", NOON, NOON, "peer", "b", plain.syslog(), null, null, Map.of("order", "4711-x"),
                "json", Set.of());
        keep(plain, odd);
        assertThat(search("fields.order:\"4711-x\"", LogSeverity.DEBUG)).containsExactly("b");
    }

    @Test
    void countsEventsAndErrorsOverTime() {
        TimeRange range = new TimeRange(NOON, NOON.plusSeconds(30));
        LogEntry error = at("c", "cf", LogSeverity.ERROR);
        keep(entry("a", NOON, "a"), entry("b", NOON.plusSeconds(9), "b"), error, entry("d", NOON.plusSeconds(20), "d"),
                entry("e", NOON.plusSeconds(30), "e"));
        LogQuery query = new LogQuery("", range, Map.of(), LogSeverity.DEBUG, LogQuery.Page.newest(1));
        assertThat(store().histogram(query, Duration.ofSeconds(10))).extracting(LogCount::count, LogCount::errors)
            .containsExactly(tuple(3L, 1L), tuple(0L, 0L), tuple(1L, 0L));
    }

    private static LogEntry at(String id, String deployment, LogSeverity severity) {
        return new LogEntry(id, NOON, NOON, "peer", id, new LogEntry.SyslogHeader(severity, 1, "host", "p", "", ""),
                new LogEntry.BoshInstance("", deployment, "", "", ""), null, Map.of(), "raw", Set.of());
    }

    /** An event with nothing but a message. */
    protected static LogEntry entry(String id, Instant time, String message) {
        return new LogEntry(id, time, time, "peer", message,
                new LogEntry.SyslogHeader(LogSeverity.INFO, 1, "host", "program", "", ""), null, null, Map.of(), "raw",
                Set.of());
    }

    private void keep(LogEntry... entries) {
        assertThat(store().write(List.of(entries))).extracting(WriteResult::outcome)
            .containsOnly(WriteResult.Outcome.KEPT);
        refresh();
    }

    private List<String> search(String text, LogSeverity minimum) {
        return store().search(query(text, Map.of(), minimum, LogQuery.Page.newest(10)))
            .hits()
            .stream()
            .map((hit) -> hit.entry().message())
            .toList();
    }

    private static LogQuery query(String text, Map<LogField, String> filters, LogSeverity minimum, LogQuery.Page page) {
        return new LogQuery(text, DAYS, filters, minimum, page);
    }

}
