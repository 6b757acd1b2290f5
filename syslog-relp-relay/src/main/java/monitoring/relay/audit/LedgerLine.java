package monitoring.relay.audit;

import java.util.EnumMap;
import java.util.Map;

import monitoring.storage.log.LogAuditCounts;
import monitoring.storage.log.LogAuditLine.Figure;

/**
 * One line of the books. {@code received = kept + repeated} and
 * {@code kept = indexed + joined + deadLettered + lost + inFlight}, always.
 *
 * @param kept messages that are in the journal
 * @param repeated messages that a sender repeated; not kept again
 * @param indexed messages that became an entry of their own
 * @param joined messages that became part of the entry before them
 * @param deadLettered messages that the log store refused, kept beside the logs
 * @param lost messages that the journal's disk did not give back
 */
public record LedgerLine(long kept, long repeated, long indexed, long joined, long deadLettered, long lost) {

    static final LedgerLine EMPTY = new LedgerLine(0, 0, 0, 0, 0, 0);

    static LedgerLine kept(long count) {
        return new LedgerLine(count, 0, 0, 0, 0, 0);
    }

    static LedgerLine repeated(long count) {
        return new LedgerLine(0, count, 0, 0, 0, 0);
    }

    LedgerLine plus(LedgerLine other) {
        return new LedgerLine(this.kept + other.kept, this.repeated + other.repeated, this.indexed + other.indexed,
                this.joined + other.joined, this.deadLettered + other.deadLettered, this.lost + other.lost);
    }

    /** Messages that were taken. */
    public long received() {
        return this.kept + this.repeated;
    }

    /** Messages that are kept, but not indexed yet. */
    public long inFlight() {
        return this.kept - settled();
    }

    /** Messages that are no more on their way. */
    long settled() {
        return this.indexed + this.joined + this.deadLettered + this.lost;
    }

    /** The line in the words of the store. */
    LogAuditCounts counts(AckRule rule) {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.RECEIVED, received());
        figures.put(Figure.ACKNOWLEDGED, switch (rule) {
            case NEVER -> 0L;
            case JOURNALED -> received();
            case SETTLED -> settled() + this.repeated;
        });
        figures.put(Figure.JOURNALED, this.kept);
        figures.put(Figure.REPEATED, this.repeated);
        figures.put(Figure.INDEXED, this.indexed);
        figures.put(Figure.JOINED, this.joined);
        figures.put(Figure.DEAD_LETTERED, this.deadLettered);
        figures.put(Figure.LOST, this.lost);
        figures.put(Figure.IN_FLIGHT, inFlight());
        return new LogAuditCounts(figures);
    }

    /** When a message's answer is given free. */
    enum AckRule {

        NEVER, JOURNALED, SETTLED

    }

}
