package monitoring.storage.log;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps log events and finds them again. */
public interface LogStore {

    /**
     * Puts index templates and aliases in place.
     * @throws LogStoreException if the server refuses or does not answer
     */
    void prepare();

    /**
     * Says whether the next call would succeed.
     * @throws LogStoreException if it would not
     */
    void check();

    /**
     * Keeps events; the same id twice is kept once.
     * @return what became of each, in the order given
     * @throws LogStoreException if nothing is known of any of them
     */
    List<WriteResult> write(List<LogEntry> entries);

    /**
     * Finds events.
     * @throws LogStoreException if the query is wrong, or the server refuses or does not
     * answer
     */
    LogPage search(LogQuery query);

    /**
     * Counts events over time.
     * @param query which events; its page does not matter
     * @param step length of a bucket
     * @return one entry a bucket, in order of time, empty buckets included
     * @throws LogStoreException if the query is wrong, or the server refuses or does not
     * answer
     */
    List<LogCount> histogram(LogQuery query, Duration step);

    /**
     * Finds the event with an id.
     * @throws LogStoreException if the server refuses or does not answer
     */
    Optional<LogEntry> find(String id);

}
