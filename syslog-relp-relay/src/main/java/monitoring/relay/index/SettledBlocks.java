package monitoring.relay.index;

import monitoring.relay.journal.JournalBlock;

/** Is told of each block that is indexed, in the order of the journal. */
public interface SettledBlocks {

    /**
     * All messages of a block are kept by the log store.
     * @param block the block
     * @param joined how many of them became part of the entry before them
     */
    void settled(JournalBlock block, int joined);

}
