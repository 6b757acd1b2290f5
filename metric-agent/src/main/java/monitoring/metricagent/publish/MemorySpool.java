package monitoring.metricagent.publish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import monitoring.storage.metric.Sample;

import org.jspecify.annotations.Nullable;

/** Keeps readings in memory; a restart forgets them. */
final class MemorySpool implements Spool {

    private final int most;

    private final Deque<List<Sample>> readings = new ArrayDeque<>();

    private int samples;

    /** Keeps at most so many samples. */
    MemorySpool(int most) {
        this.most = most;
    }

    @Override
    public synchronized int add(List<Sample> reading) {
        this.readings.addLast(reading);
        this.samples += reading.size();
        int dropped = 0;
        while (this.samples > this.most && this.readings.size() > 1) {
            dropped += this.readings.getFirst().size();
            remove();
        }
        return dropped;
    }

    @Override
    public synchronized @Nullable List<Sample> peek() {
        return this.readings.peekFirst();
    }

    @Override
    public synchronized void remove() {
        this.samples -= this.readings.removeFirst().size();
    }

    @Override
    public int unreadable() {
        return 0;
    }

    @Override
    public synchronized int size() {
        return this.readings.size();
    }

}
