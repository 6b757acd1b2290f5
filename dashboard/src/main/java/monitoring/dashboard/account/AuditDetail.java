package monitoring.dashboard.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What was changed, as it is kept: names and values of no language, such as
 * {@code channel=MAIL name="night shift"}. A value that changed stands beside
 * {@code was.} and what it was.
 */
public final class AuditDetail {

    private static final String WAS = "was.";

    private final Map<String, String> values;

    private AuditDetail(Map<String, String> values) {
        this.values = values;
    }

    /** Nothing so far. */
    static AuditDetail none() {
        return new AuditDetail(new LinkedHashMap<>());
    }

    /** One value; nothing where there is none. */
    public static AuditDetail of(String name, @Nullable Object value) {
        return none().with(name, value);
    }

    /** With a value more, unless it is empty. */
    public AuditDetail with(String name, @Nullable Object value) {
        String text = (value instanceof Double number && number == Math.rint(number))
                ? String.valueOf(number.longValue()) : String.valueOf((value != null) ? value : "");
        Map<String, String> more = new LinkedHashMap<>(this.values);
        if (!text.isEmpty()) {
            more.put(name, text);
        }
        return new AuditDetail(more);
    }

    /** With what was another before. */
    public AuditDetail since(AuditDetail before) {
        AuditDetail both = this;
        for (Map.Entry<String, String> was : before.values.entrySet()) {
            if (!was.getValue().equals(this.values.get(was.getKey()))) {
                both = both.with(WAS + was.getKey(), was.getValue());
            }
        }
        return both;
    }

    /** What is kept. */
    @Override
    public String toString() {
        return this.values.entrySet()
            .stream()
            .map((one) -> one.getKey() + "=" + quoted(one.getValue()))
            .collect(Collectors.joining(" "));
    }

    private static String quoted(String value) {
        return value.matches("[^\\s\"=\\\\]+") ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** What was kept; of nothing where it is in other words. */
    static AuditDetail read(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        return new Reader(text).pairs(values::put) ? new AuditDetail(values) : none();
    }

    /** The names of all values, in order. */
    Iterable<String> names() {
        Map<String, Boolean> names = new LinkedHashMap<>();
        this.values.keySet().forEach((name) -> names.put(name.startsWith(WAS) ? name.substring(4) : name, true));
        return names.keySet();
    }

    @Nullable String value(String name) {
        return this.values.get(name);
    }

    @Nullable String was(String name) {
        return this.values.get(WAS + name);
    }

    /** Goes through a text by hand: a pattern would take a frame for each character. */
    private static final class Reader {

        private final String text;

        private int at;

        Reader(String text) {
            this.text = text;
        }

        /** Whether all of it was read. */
        boolean pairs(BiConsumer<String, String> pairs) {
            while (this.at < this.text.length()) {
                int equals = this.text.indexOf('=', this.at);
                if (equals < 0 || !this.text.substring(this.at, equals).matches("[a-zA-Z]+(\\.[a-zA-Z]+)?")) {
                    return false;
                }
                String name = this.text.substring(this.at, equals);
                this.at = equals + 1;
                String value = this.text.startsWith("\"", this.at) ? quoted() : bare();
                if (value == null || (this.at < this.text.length() && this.text.charAt(this.at) != ' ')) {
                    return false;
                }
                pairs.accept(name, value);
                this.at++;
            }
            return true;
        }

        private @Nullable String bare() {
            int space = this.text.indexOf(' ', this.at);
            String value = this.text.substring(this.at, (space < 0) ? this.text.length() : space);
            this.at += value.length();
            return (value.contains("=") || value.contains("\"")) ? null : value;
        }

        private @Nullable String quoted() {
            StringBuilder value = new StringBuilder();
            for (int next = this.at + 1; next < this.text.length(); next++) {
                char letter = this.text.charAt(next);
                if (letter == '"') {
                    this.at = next + 1;
                    return value.toString();
                }
                if (letter == '\\' && next + 1 < this.text.length()) {
                    next++;
                    letter = (this.text.charAt(next) == 'n') ? '\n' : this.text.charAt(next);
                }
                value.append(letter);
            }
            return null;
        }

    }

}
