package monitoring.relay.index;

import java.util.ArrayList;
import java.util.List;

import monitoring.relay.journal.JournalBlock;

/** Messages of the journal, one behind the other, that are written together. */
final class Bulk {

    private final List<JournalBlock> blocks = new ArrayList<>();

    private int entries;

    private int size;

    private long last;

    /** How many messages of each block became part of the entry before them. */
    private final List<Integer> joined = new ArrayList<>();

    private volatile boolean settled;

    /** Blocks are never cut: what is read of one must not depend on where a bulk ends. */
    void add(JournalBlock block) {
        this.blocks.add(block);
        this.entries += block.count();
        this.size += block.size();
        this.last = block.last();
    }

    List<JournalBlock> blocks() {
        return this.blocks;
    }

    int entries() {
        return this.entries;
    }

    int size() {
        return this.size;
    }

    /** Position of its last message. */
    long last() {
        return this.last;
    }

    boolean isSettled() {
        return this.settled;
    }

    void joined(int count) {
        this.joined.add(count);
    }

    void settled() {
        this.settled = true;
    }

    /** Tells of its blocks in their order. */
    void tell(SettledBlocks listener) {
        for (int i = 0; i < this.blocks.size(); i++) {
            listener.settled(this.blocks.get(i), this.joined.get(i));
        }
    }

}
