package monitoring.storage.log;

import java.util.List;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * One page of log events.
 *
 * @param hits in the order asked for; copied
 * @param total how many there are in all; exact up to 10000, else a lower bound
 * @param next cursor for the page after, null on the last one
 */
public record LogPage(List<Hit> hits, long total, @Nullable String next) {

    public LogPage {
        hits = List.copyOf(hits);
    }

    /**
     * One event that was found.
     *
     * @param entry the event
     * @param highlighted the message in pieces, in order; copied
     */
    public record Hit(LogEntry entry, List<Piece> highlighted) {

        public Hit {
            requireNonNull(entry, "entry");
            highlighted = List.copyOf(highlighted);
        }

    }

    /**
     * A piece of a message.
     *
     * @param text the plain text, not escaped
     * @param match whether it is what was searched for
     */
    public record Piece(String text, boolean match) {

        public Piece {
            requireNonNull(text, "text");
        }

    }

}
