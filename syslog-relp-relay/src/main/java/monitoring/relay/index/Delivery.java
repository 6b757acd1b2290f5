package monitoring.relay.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.log.LogEntry;
import org.jspecify.annotations.Nullable;

/** The entries of some blocks and what became of them. For one thread. */
final class Delivery {

    private final List<LogEntry> entries = new ArrayList<>();

    /** For each block, how many entries there are up to its end. */
    private final List<Integer> ends = new ArrayList<>();

    private final List<Integer> joined = new ArrayList<>();

    private final Map<Integer, Integer> deadLettered = new HashMap<>();

    /** Number of the block of each entry; made only when one is refused. */
    private @Nullable Map<LogEntry, Integer> owners;

    /** Adds a block that had so many messages. */
    void add(int messages, List<LogEntry> read) {
        this.entries.addAll(read);
        this.ends.add(this.entries.size());
        this.joined.add(messages - read.size());
    }

    List<LogEntry> entries() {
        return this.entries;
    }

    int joined() {
        return this.joined.stream().mapToInt(Integer::intValue).sum();
    }

    void deadLettered(LogEntry entry) {
        Map<LogEntry, Integer> known = (this.owners != null) ? this.owners : owners();
        this.owners = known;
        this.deadLettered.merge(known.get(entry), 1, Integer::sum);
    }

    private Map<LogEntry, Integer> owners() {
        Map<LogEntry, Integer> made = new IdentityHashMap<>();
        int block = 0;
        for (int i = 0; i < this.entries.size(); i++) {
            while (i >= this.ends.get(block)) {
                block++;
            }
            made.put(this.entries.get(i), block);
        }
        return made;
    }

    /** What became of each block. */
    List<Settlement> settlements() {
        List<Settlement> settlements = new ArrayList<>(this.joined.size());
        for (int i = 0; i < this.joined.size(); i++) {
            settlements.add(new Settlement(this.joined.get(i), this.deadLettered.getOrDefault(i, 0)));
        }
        return settlements;
    }

}
