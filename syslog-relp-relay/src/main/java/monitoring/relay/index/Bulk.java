package monitoring.relay.index;

import java.util.ArrayList;
import java.util.List;

import monitoring.relay.journal.JournalBlock;
import org.jspecify.annotations.Nullable;

/** Blocks of the journal, one behind the other, that are delivered together. */
final class Bulk {

    private final List<JournalBlock> blocks = new ArrayList<>();

    private int entries;

    private int size;

    private long last;

    private volatile @Nullable List<Settlement> settlements;

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
        return this.settlements != null;
    }

    /** Notes what became of its blocks; nothing if they are not delivered. */
    void settle(@Nullable List<Settlement> result) {
        this.settlements = result;
    }

    /** Tells of its blocks in their order. */
    void tell(SettledBlocks listener) {
        List<Settlement> known = this.settlements;
        for (int i = 0; known != null && i < known.size(); i++) {
            listener.settled(this.blocks.get(i), known.get(i));
        }
    }

}
