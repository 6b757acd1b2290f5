package monitoring.storage.log;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of dead letters.
 *
 * @param letters the latest first; copied
 * @param total how many there are in all
 * @param next cursor for the page after, null on the last one
 */
public record DeadLetterPage(List<DeadLetter> letters, long total, @Nullable String next) {

    /** Not a single one. */
    public static final DeadLetterPage EMPTY = new DeadLetterPage(List.of(), 0, null);

    public DeadLetterPage {
        letters = List.copyOf(letters);
    }

}
