package monitoring.storage.log;

import java.time.Instant;
import java.util.List;

import monitoring.storage.metric.TimeRange;

/** Keeps the books of the relays: what came in and what became of it, hour by hour. */
public interface LogAuditStore {

    /**
     * Puts the index in place.
     * @throws LogStoreException if the server refuses or does not answer
     */
    void prepare();

    /**
     * Keeps lines; a line of the same relay, hour, transport and peer takes the place of
     * the one before.
     * @throws LogStoreException if the server refuses or does not answer, or does not
     * take one of them
     */
    void write(List<LogAuditLine> lines);

    /**
     * The lines of the hours that begin within a range, the latest hour first, peers in
     * order.
     * @throws LogStoreException if the server refuses or does not answer
     */
    List<LogAuditLine> find(TimeRange range);

    /**
     * Forgets hours that began before a time.
     * @return how many lines
     * @throws LogStoreException if the server refuses or does not answer
     */
    long forgetBefore(Instant time);

}
