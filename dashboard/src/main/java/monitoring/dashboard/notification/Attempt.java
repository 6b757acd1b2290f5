package monitoring.dashboard.notification;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to tell somebody, as the batch kept it.
 *
 * @param at when, null for what was known before the first one
 * @param words what the server said, or why it was not asked
 */
public record Attempt(@Nullable Instant at, String words) {

    /** Each line that begins with a time is an attempt; all others go on with one. */
    static List<Attempt> of(String detail) {
        List<Attempt> attempts = new ArrayList<>();
        for (String line : detail.lines().filter((one) -> !one.isBlank()).toList()) {
            String[] parts = line.split(" ", 2);
            @Nullable Instant at = instant(parts[0]);
            if (at != null) {
                attempts.add(new Attempt(at, (parts.length == 2) ? parts[1] : ""));
            }
            else if (attempts.isEmpty()) {
                attempts.add(new Attempt(null, line));
            }
            else {
                Attempt last = attempts.remove(attempts.size() - 1);
                attempts.add(new Attempt(last.at(), last.words() + "\n" + line));
            }
        }
        return attempts;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.endsWith("Z") ? Instant.parse(text) : null;
        }
        catch (DateTimeException ex) {
            return null;
        }
    }

}
