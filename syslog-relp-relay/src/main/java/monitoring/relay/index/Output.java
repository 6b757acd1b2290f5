package monitoring.relay.index;

import java.util.List;

import monitoring.relay.journal.JournalBlock;
import org.jspecify.annotations.Nullable;

/** Where the blocks of a journal go. Safe for use by several threads. */
public interface Output {

    /**
     * Delivers blocks and comes back when all of it is kept there, however long that
     * takes.
     * @param journal number of the journal that they are from
     * @param blocks the blocks, in their order
     * @return what became of each of them; null if the output was stopped before
     */
    @Nullable List<Settlement> deliver(long journal, List<JournalBlock> blocks);

    /** Why it does not get on; empty if it does. */
    String trouble();

    /** Ends all waiting: what is not taken at once is not delivered. */
    void stop();

}
