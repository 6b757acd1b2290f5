package monitoring.dashboard.web;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a form and remembers which are wrong, each with the key of what to
 * say.
 */
public final class Problems {

    private final Map<String, String> byField = new LinkedHashMap<>();

    /** A whole number within limits; the least where it is wrong, which is remembered. */
    public int number(String field, @Nullable String text, int least, int most) {
        try {
            int value = Integer.parseInt((text == null) ? "" : text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        }
        catch (NumberFormatException ex) {
            // said below, as for a number out of its limits
        }
        put(field, "web.problem.number");
        return least;
    }

    /**
     * Words, not blank and not too long; empty where they are wrong, which is remembered.
     */
    public String words(String field, @Nullable String text, int most) {
        String value = (text == null) ? "" : text.strip();
        if (value.isEmpty() || value.length() > most) {
            put(field, "web.problem.words");
            return "";
        }
        return value;
    }

    /** Remembers that a field is wrong. */
    public void put(String field, String key) {
        this.byField.putIfAbsent(field, key);
    }

    public boolean isEmpty() {
        return this.byField.isEmpty();
    }

    /** Whether a field is wrong. */
    public boolean has(String field) {
        return this.byField.containsKey(field);
    }

    /** What to say of a field, as a key. */
    public String of(String field) {
        return this.byField.getOrDefault(field, "");
    }

    /** All of them, by field. */
    public Map<String, String> all() {
        return this.byField;
    }

    @Override
    public String toString() {
        return String.join(", ", this.byField.keySet());
    }

}
