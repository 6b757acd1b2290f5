package monitoring.storage.log;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Keeps log events that the log store refused, so that nothing is lost with them. */
public interface DeadLetterStore {

    /**
     * Puts the index in place.
     * @throws LogStoreException if the server refuses or does not answer
     */
    void prepare();

    /**
     * Keeps letters; the same id twice is kept once.
     * @return what became of each, in the order given
     * @throws LogStoreException if nothing is known of any of them
     */
    List<WriteResult> keep(List<DeadLetter> letters);

    /**
     * Finds letters that were kept, or changed, at least a second ago.
     * @throws LogStoreException if the server refuses or does not answer
     */
    DeadLetterPage list(DeadLetterQuery query);

    /**
     * Writes events to the logs again, under their ids. What is taken is a dead letter no
     * more; what is refused again stays, with the new reason. Seen by {@link #list} when
     * this returns.
     * @param ids of the letters; unknown ones are left out
     * @return what became of those that were found
     * @throws LogStoreException if the server refuses or does not answer; some of them
     * may have been written by then, and may be written again
     */
    List<WriteResult> replay(Collection<String> ids);

    /**
     * Forgets what was refused before a time.
     * @return how many
     * @throws LogStoreException if the server refuses or does not answer
     */
    long forgetBefore(Instant time);

}
