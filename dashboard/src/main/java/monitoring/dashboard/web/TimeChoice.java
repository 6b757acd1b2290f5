package monitoring.dashboard.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.TimeRange;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * The stretch of time a page shows: one of the usual lengths up to now, or from one
 * moment to another.
 *
 * @param name the usual length such as {@code 1h}, empty for a stretch of its own
 * @param range from when to when
 */
public record TimeChoice(String name, TimeRange range) {

    /** Characters of a date; a sign behind it begins an offset. */
    private static final int DATE = 10;

    private static final Map<String, Duration> LENGTHS = new LinkedHashMap<>();

    private static final List<Duration> STEPS = List.of(Duration.ofSeconds(30), Duration.ofMinutes(1),
            Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(30),
            Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12), Duration.ofDays(1));

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    static {
        LENGTHS.put("15m", Duration.ofMinutes(15));
        LENGTHS.put("30m", Duration.ofMinutes(30));
        LENGTHS.put("1h", Duration.ofHours(1));
        LENGTHS.put("3h", Duration.ofHours(3));
        LENGTHS.put("6h", Duration.ofHours(6));
        LENGTHS.put("12h", Duration.ofHours(12));
        LENGTHS.put("1d", Duration.ofDays(1));
        LENGTHS.put("7d", Duration.ofDays(7));
        LENGTHS.put("30d", Duration.ofDays(30));
    }

    /**
     * What a request asks for.
     * @param query its range, from and to; blank where it says nothing
     * @param usual the length where it asks for none
     * @param zone in which a time without an offset is meant
     * @param now the end of a usual length
     * @throws InvalidInputException if it cannot be understood
     */
    public static TimeChoice of(Query query, String usual, ZoneId zone, Instant now) {
        if (!query.from().isBlank()) {
            Instant from = instant("from", query.from(), zone);
            Instant to = query.to().isBlank() ? now : instant("to", query.to(), zone);
            if (!from.isBefore(to)) {
                throw new InvalidInputException("from", query.from(), "a time before " + query.to(),
                        "web.problem.from");
            }
            if (Duration.between(from, to).compareTo(Duration.ofDays(400)) > 0) {
                throw new InvalidInputException("from", query.from(), "at most 400 days before to", "web.problem.from");
            }
            return new TimeChoice("", new TimeRange(from, to));
        }
        String name = query.range().isBlank() ? usual : query.range();
        Duration length = LENGTHS.get(name);
        if (length == null) {
            throw new InvalidInputException("range", name, "one of " + String.join(", ", LENGTHS.keySet()),
                    "web.problem.range");
        }
        return new TimeChoice(name, TimeRange.before(now, length));
    }

    /** What a request of the one who is signed in asks for. */
    public static TimeChoice forViewer(Query query, String usual, Instant now) {
        return of(query, usual, Viewer.currentZone(), now);
    }

    /**
     * What a list is narrowed to, as the one who is signed in asks for it: null for any
     * time. An end alone leaves the begin open.
     */
    public static @Nullable TimeRange narrowing(Query query, Instant now) {
        if (!query.range().isBlank() || !query.from().isBlank()) {
            return forViewer(query, "30d", now).range();
        }
        @Nullable Instant to = moment("to", query.to());
        if (to == null) {
            return null;
        }
        if (!to.isAfter(Instant.EPOCH) || to.isAfter(LATEST)) {
            throw new InvalidInputException("to", query.to(), "a time after 1970 and before 9999");
        }
        return new TimeRange(Instant.EPOCH, to);
    }

    /**
     * The moment that the one who is signed in wrote into a field; null if it is empty.
     */
    public static @Nullable Instant moment(String name, String value) {
        return value.isBlank() ? null : instant(name, value, Viewer.currentZone());
    }

    /** A moment with or without an offset. */
    public static Instant instant(String name, String value, ZoneId zone) {
        // people write a space where ISO 8601 has a T
        String iso = value.strip().replace(' ', 'T');
        try {
            return (iso.endsWith("Z") || iso.lastIndexOf('+') > DATE || iso.lastIndexOf('-') > DATE)
                    ? Instant.parse(iso) : LocalDateTime.parse(iso).atZone(zone).toInstant();
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException(name, value, "a time such as 2026-11-21 02:10 or 2026-11-20T17:10:00Z",
                    "web.problem.time");
        }
    }

    /** The usual lengths, shortest first. */
    public static List<String> names() {
        return List.copyOf(LENGTHS.keySet());
    }

    /** How long a usual length is. */
    static Duration length(String name) {
        return requireNonNull(LENGTHS.get(name), name);
    }

    /** The length of a bucket so that about so many fit. */
    public Duration step(int buckets) {
        for (Duration step : STEPS) {
            if (this.range.length().dividedBy(step) <= buckets) {
                return step;
            }
        }
        return STEPS.get(STEPS.size() - 1);
    }

    /** Whether it ends now and moves on. */
    public boolean isLive() {
        return !this.name.isEmpty();
    }

    /** It, as the query of a link. */
    public String query() {
        return isLive() ? "range=" + this.name : "from=" + this.range.from() + "&to=" + this.range.to();
    }

    /**
     * What a request says of time.
     *
     * @param range a usual length
     * @param from begin
     * @param to end
     */
    public record Query(String range, String from, String to) {

        public Query {
            range = (range == null) ? "" : range;
            from = (from == null) ? "" : from;
            to = (to == null) ? "" : to;
        }

    }

}
