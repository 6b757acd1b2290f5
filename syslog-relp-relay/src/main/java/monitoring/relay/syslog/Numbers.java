package monitoring.relay.syslog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Tells numbers from texts; a number keeps all its digits or stays a text. */
final class Numbers {

    private Numbers() {
    }

    /** The number that a text is, else the text. */
    static @Nullable Object of(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 19
                || text.charAt(0) == '0' && text.length() > 1 && text.charAt(1) != '.') {
            return text;
        }
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !point && i > 0 && i < text.length() - 1) {
                point = true;
            }
            else if (!Timestamps.isDigit(c) && (c != '-' || i > 0 || text.length() == 1)) {
                return text;
            }
        }
        try {
            return point ? (Object) Double.valueOf(text) : Long.valueOf(text);
        }
        catch (NumberFormatException ex) {
            return text; // beyond 64 bits
        }
    }

    static void add(String text, List<Long> numbers) {
        if (of(text) instanceof Long number) {
            numbers.add(number);
        }
    }

}
