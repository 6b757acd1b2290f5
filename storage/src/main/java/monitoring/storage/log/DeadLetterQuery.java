package monitoring.storage.log;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * Asks for dead letters, the latest first.
 *
 * @param text words that the message or the reason has, all of them; empty for all
 * @param peer exact address of the sender; empty for all
 * @param size of a page, 1..1000
 * @param after cursor of the page before, as it was given
 */
public record DeadLetterQuery(String text, String peer, int size, @Nullable String after) {

    public DeadLetterQuery {
        requireNonNull(text, "text");
        requireNonNull(peer, "peer");
        if (size < 1 || size > 1000) {
            throw new IllegalArgumentException("size: " + size + " (expected: 1..1000)");
        }
    }

    /** All of them, from the latest on. */
    public static DeadLetterQuery latest(int size) {
        return new DeadLetterQuery("", "", size, null);
    }

}
