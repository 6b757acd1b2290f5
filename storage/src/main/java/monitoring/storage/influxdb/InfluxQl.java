package monitoring.storage.influxdb;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.TimeRange;

/** The one place where text becomes part of an InfluxQL statement. */
final class InfluxQl {

    /** Above this many values a condition would be longer than the answer to all. */
    static final int MOST_VALUES = 1_000;

    /**
     * As many are looked for by one expression; those who ask for more ask for all.
     */
    static final int MOST_AMONG = 5_000;

    private InfluxQl() {
    }

    /** A database, measurement, tag or field by its name. */
    static String name(String name) {
        return '"' + escape(name, '"') + '"';
    }

    /** A list of names. */
    static String names(List<String> names) {
        StringBuilder out = new StringBuilder();
        for (String name : names) {
            out.append(out.isEmpty() ? "" : ", ").append(name(name));
        }
        return out.toString();
    }

    /** A string. */
    static String string(String value) {
        return '\'' + escape(value, '\'') + '\'';
    }

    /**
     * A regular expression that matches what begins with a text, or fits a pattern in
     * which {@code *} stands for anything.
     */
    static String matching(String family) {
        if (family.indexOf('*') < 0) {
            return "/^" + quoteRegex(family) + "/";
        }
        StringJoiner parts = new StringJoiner(".*", "/^", "$/");
        for (String part : family.split("\\*", -1)) {
            parts.add(quoteRegex(part));
        }
        return parts.toString();
    }

    /** A tag that is one of some values. */
    static String isOneOf(String tag, Set<String> values) {
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "values of " + tag + ": " + values.size() + " (expected: 1.." + MOST_VALUES + ")");
        }
        if (values.size() == 1) {
            return name(tag) + " = " + string(values.iterator().next());
        }
        StringBuilder out = new StringBuilder("(");
        Iterator<String> sorted = new TreeSet<>(values).iterator();
        while (sorted.hasNext()) {
            out.append(name(tag)).append(" = ").append(string(sorted.next())).append(sorted.hasNext() ? " OR " : "");
        }
        return out.append(')').toString();
    }

    /**
     * A tag that is one of many values: InfluxDB tries one expression on each value that
     * there is, which is faster than to put as many conditions together.
     */
    static String isAmong(String tag, Set<String> values) {
        if (values.isEmpty() || values.size() > MOST_AMONG) {
            throw new IllegalArgumentException(
                    "values of " + tag + ": " + values.size() + " (expected: 1.." + MOST_AMONG + ")");
        }
        StringJoiner out = new StringJoiner("|", name(tag) + " =~ /^(", ")$/");
        new TreeSet<>(values).forEach((value) -> out.add(quoteRegex(value)));
        return out.toString();
    }

    /** One of some metrics, each by its name or as a family. */
    static String isOneOf(String nameTag, List<MetricName> metrics) {
        StringJoiner out = new StringJoiner(" OR ", "(", ")");
        metrics.forEach((metric) -> out.add(isMetric(nameTag, metric)));
        return out.toString();
    }

    /** A metric by its name, or a family. */
    static String isMetric(String nameTag, MetricName metric) {
        return name(nameTag) + (metric.family() ? " =~ " + matching(metric.value()) : " = " + string(metric.value()));
    }

    /** Both bounds, always: without an upper one InfluxDB fills buckets up to now. */
    static String within(TimeRange range) {
        return "time >= " + nanoseconds(range.from()) + " AND time < " + nanoseconds(range.to());
    }

    /** Buckets of time, those without data left out. */
    static String buckets(Duration step) {
        return ", time(" + step.toMillis() + "ms) fill(none)";
    }

    static String nanoseconds(Instant time) {
        return Long.toString(Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano()));
    }

    private static String escape(String text, char quote) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n"); // a bare line break ends a literal
                case '\r', '\0' -> out.append(' '); // cannot be in a tag either
                default -> {
                    if (c == quote || c == '\\') {
                        out.append('\\');
                    }
                    out.append(c);
                }
            }
        }
        return out.toString();
    }

    private static String quoteRegex(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        text.codePoints().forEach((c) -> {
            if (Character.isLetterOrDigit(c) || c == '_' || c == '-') {
                out.appendCodePoint(c);
            }
            else {
                out.append("\\x{").append(Integer.toHexString(c)).append('}');
            }
        });
        return out.toString();
    }

}
