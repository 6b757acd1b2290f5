package monitoring.metricagent.publish;

import java.util.List;

import monitoring.storage.metric.Sample;

import org.jspecify.annotations.Nullable;

/**
 * Keeps readings, oldest first, while the store is away. Bounded: the oldest give way.
 */
interface Spool {

    /**
     * Keeps a reading.
     * @return how many samples had to give way for it
     */
    int add(List<Sample> reading);

    /** The oldest reading, null where there is none. */
    @Nullable List<Sample> peek();

    /** Forgets the oldest reading. */
    void remove();

    /** How many readings were kept and could not be read again. */
    int unreadable();

    /** How many readings are kept. */
    int size();

}
