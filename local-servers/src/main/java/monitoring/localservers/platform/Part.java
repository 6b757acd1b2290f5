package monitoring.localservers.platform;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import monitoring.localservers.Child;

/**
 * One process of the platform.
 *
 * @param name what people call it, also the name of its log
 * @param where where it can be reached, for the line that says it is ready
 * @param stage when it stops
 * @param launch starts it and does not wait
 * @param ready whether it is healthy
 */
record Part(String name, String where, Stage stage, Supplier<Child> launch, BooleanSupplier ready) {

    /**
     * How long it may take until it is healthy; all of them start at once on few cores.
     */
    static final Duration LIMIT = Duration.ofSeconds(200);

    /** The order in which parts stop: first who brings something, last who keeps it. */
    enum Stage {

        SOURCE, PROGRAM, SERVER

    }

}
