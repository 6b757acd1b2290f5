package monitoring.relay.audit;

/**
 * One line of the books. {@code received = kept + repeated} and
 * {@code kept = indexed + joined + inFlight}, always.
 *
 * @param kept messages that are in the journal
 * @param repeated messages that a sender repeated; not kept again
 * @param indexed messages that became an entry of their own
 * @param joined messages that became part of the entry before them
 */
public record LedgerLine(long kept, long repeated, long indexed, long joined) {

    static final LedgerLine EMPTY = new LedgerLine(0, 0, 0, 0);

    LedgerLine plus(LedgerLine other) {
        return new LedgerLine(this.kept + other.kept, this.repeated + other.repeated, this.indexed + other.indexed,
                this.joined + other.joined);
    }

    /** Messages that were taken. */
    public long received() {
        return this.kept + this.repeated;
    }

    /** Messages that are kept, but not indexed yet. */
    public long inFlight() {
        return this.kept - this.indexed - this.joined;
    }

}
