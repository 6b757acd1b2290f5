package monitoring.foundation.cloudcontroller;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.state.StateFile;
import monitoring.foundation.story.InstanceCounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many instances each app has now; kept over restarts. */
public final class Instances implements InstanceCounts {

    /** What one app may have, as a quota would say. */
    public static final int MOST = 64;

    private static final Logger logger = LoggerFactory.getLogger(Instances.class);

    private final StateFile state;

    private final Map<String, Integer> scaled = new ConcurrentHashMap<>();

    public Instances(StateFile state) {
        this.state = state;
    }

    @Override
    public int of(FoundationApp app) {
        return this.scaled.computeIfAbsent(app.guid(),
                (guid) -> this.state.get("instances." + guid).map(Integer::valueOf).orElse(app.instances()));
    }

    /**
     * Gives an app another number of instances.
     * @throws IllegalArgumentException if it may not have as many
     */
    public synchronized int scale(FoundationApp app, int instances) {
        if (instances < 0 || instances > MOST) {
            throw new IllegalArgumentException("instances: " + instances + " (expected: 0.." + MOST + ")");
        }
        int before = of(app);
        if (before != instances) {
            this.state.put("instances." + app.guid(), Integer.toString(instances));
            this.scaled.put(app.guid(), instances);
            logger.info("{} ({}) scaled from {} to {} instances", app.name(), app.guid(), before, instances);
        }
        return instances;
    }

    /** Gives an app more or fewer instances, within what it may have; at least one. */
    public synchronized int change(FoundationApp app, int by) {
        return scale(app, Math.max(1, Math.min(MOST, of(app) + by)));
    }

}
