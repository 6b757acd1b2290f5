package monitoring.foundation.agents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import monitoring.foundation.agents.Fleet.Part;
import monitoring.foundation.story.Foundation;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.Sample;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has all agents measure once an interval. What InfluxDB does not take is lost, as it is
 * with PaaS-TA's agents, and said once an interval.
 */
public final class LiveAgents implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(LiveAgents.class);

    private static final int BATCH = 5000;

    private final Foundation foundation;

    private final MetricStore store;

    private final AgentProperties properties;

    private final AtomicLong written = new AtomicLong();

    private final AtomicLong dropped = new AtomicLong();

    private final ScheduledExecutorService threads;

    private volatile boolean prepared;

    private volatile @Nullable Instant lastSuccess;

    private volatile String lastFailure = "nothing written yet";

    public LiveAgents(Foundation foundation, MetricStore store, AgentProperties properties) {
        this.foundation = foundation;
        this.store = store;
        this.properties = properties;
        this.threads = Executors.newScheduledThreadPool(properties.threads(), (task) -> {
            Thread thread = new Thread(task, "agents");
            thread.setDaemon(true);
            return thread;
        });
    }

    public void start() {
        long interval = this.properties.interval().toMillis();
        for (int number = 0; number < this.properties.threads(); number++) {
            Fleet fleet = new Fleet(this.foundation.layout(), new Part(number, this.properties.threads()), true);
            PointSink sink = new SamplePointSink(BATCH, this::write);
            this.threads.scheduleAtFixedRate(() -> measure(fleet, sink), 0, interval, TimeUnit.MILLISECONDS);
        }
    }

    private void measure(Fleet fleet, PointSink sink) {
        long before = this.dropped.get();
        try {
            prepare();
            fleet.measure(this.foundation.now(), this.foundation.instances(), sink);
            sink.flush();
        }
        catch (MetricStoreException ex) {
            this.lastFailure = String.valueOf(ex.getMessage());
        }
        catch (RuntimeException ex) {
            // a task that throws is never run again
            logger.error("The agents failed to measure", ex);
        }
        if (this.dropped.get() > before) {
            logger.warn("{} points dropped: {}", this.dropped.get() - before, this.lastFailure);
        }
    }

    private synchronized void prepare() {
        if (!this.prepared) {
            this.store.prepare();
            this.prepared = true;
        }
    }

    private void write(List<Sample> samples) {
        try {
            this.store.write(samples);
            this.written.addAndGet(samples.size());
            this.lastSuccess = this.foundation.clock().instant();
        }
        catch (MetricStoreException ex) {
            this.lastFailure = String.valueOf(ex.getMessage());
            this.dropped.addAndGet(samples.size());
        }
    }

    /** Whether points were taken within the last two intervals. */
    public boolean isWriting() {
        Instant last = this.lastSuccess;
        Duration limit = this.properties.interval().multipliedBy(2).plusSeconds(5);
        return last != null && last.plus(limit).isAfter(this.foundation.clock().instant());
    }

    public long written() {
        return this.written.get();
    }

    public long dropped() {
        return this.dropped.get();
    }

    /** Why the last points were not taken. */
    public String lastFailure() {
        return this.lastFailure;
    }

    @Override
    public void close() {
        this.threads.shutdownNow();
    }

}
