package monitoring.relay.index;

import monitoring.relay.journal.JournalBlock;

/** Is told of each block that is delivered, in the order of the journal. */
public interface SettledBlocks {

    /**
     * All messages of a block are kept by the output.
     * @param block the block
     * @param settlement what became of them
     */
    void settled(JournalBlock block, Settlement settlement);

    /** The journal is about to forget what was settled. */
    void beforeRelease();

}
