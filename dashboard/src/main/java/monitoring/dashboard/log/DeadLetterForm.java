package monitoring.dashboard.log;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.storage.log.DeadLetterQuery;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the dead letters as an address bears it; null or empty for all.
 *
 * @param q words of the message or the reason
 * @param peer exact address of the sender
 * @param after cursor of the page before
 */
public record DeadLetterForm(@Nullable String q, @Nullable String peer, @Nullable String after) {

    DeadLetterQuery query(int rows) {
        String cursor = text(this.after);
        if (!cursor.isEmpty() && !cursor.matches("\\d{1,18}\\|.+")) {
            throw new InvalidInputException("after", cursor, "a cursor as it was given");
        }
        return new DeadLetterQuery(text(this.q), text(this.peer), rows, cursor.isEmpty() ? null : cursor);
    }

    DeadLetterForm after(@Nullable String cursor) {
        return new DeadLetterForm(this.q, this.peer, cursor);
    }

    private static String text(@Nullable String value) {
        return (value == null) ? "" : value.strip();
    }

}
