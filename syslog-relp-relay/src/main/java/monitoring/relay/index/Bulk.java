package monitoring.relay.index;

import java.util.ArrayList;
import java.util.List;

import monitoring.relay.journal.JournalBlock;

/** Messages of the journal, one behind the other, that are written together. */
final class Bulk {

    private final List<Slice> slices = new ArrayList<>();

    private int entries;

    private int size;

    private long last;

    private volatile boolean settled;

    void add(JournalBlock block, int from, int to) {
        this.slices.add(new Slice(block, from, to));
        this.entries += to - from;
        for (int i = from; i < to; i++) {
            this.size += block.lengths()[i];
        }
        this.last = block.first() + to - 1;
    }

    List<Slice> slices() {
        return this.slices;
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

    void settled() {
        this.settled = true;
        this.slices.clear();
    }

    /** Some messages of a block. */
    record Slice(JournalBlock block, int from, int to) {
    }

}
