package monitoring.metricagent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import monitoring.metricagent.publish.Publisher;
import monitoring.storage.influxdb.InfluxConfiguration;
import monitoring.storage.metric.MetricStore;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import oshi.SystemInfo;

/**
 * The agent: {@code [--config=FILE] [--check]}. Reads the host every interval and
 * publishes what it read, until SIGTERM.
 */
public final class MetricAgent implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(MetricAgent.class);

    private static final String CONFIG = "--config=";

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    private final Timing timing;

    private final Readers readers;

    private final Publisher publisher;

    private final ManagementServer management;

    private final Clock clock;

    private MetricAgent(AgentProperties properties, Clock clock) throws IOException {
        MetricStore store = new InfluxConfiguration().metricStore(properties.influx());
        this.clock = clock;
        this.publisher = publisher(properties.spool(), store, clock);
        this.readers = new Readers(properties, new SystemInfo());
        this.management = ManagementServer.start(properties.management(), store, this.publisher);
        // the first reading after a second: processors need something to compare with
        long first = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        this.timing = new Timing(first, properties.interval());
        this.timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        publishAt(first);
        logger.info("{} every {} s to {}; health on port {}", properties.identity(), properties.interval().toSeconds(),
                properties.influx(), this.management.port());
    }

    private static Publisher publisher(AgentProperties.Spooling spool, MetricStore store, Clock clock) {
        return spool.directory().isBlank() ? Publisher.inMemory(store, clock, spool.samples())
                : Publisher.onDisk(store, clock, Path.of(spool.directory()), spool.megabytes() * 1024L * 1024);
    }

    /**
     * Starts an agent.
     * @param file of keys, null for the defaults
     * @param environment overrides of keys
     * @throws IllegalArgumentException that names a wrong key
     * @throws IOException if the management port cannot be used
     */
    static MetricAgent start(@Nullable Path file, Map<String, String> environment) throws IOException {
        return new MetricAgent(AgentProperties.from(Keys.read(file, environment)), Clock.systemUTC());
    }

    private void publishAt(long due) {
        this.timer.schedule(this::publish, Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private void publish() {
        long began = System.nanoTime();
        try {
            this.publisher.publish(this.readers.read(this.clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        }
        catch (RuntimeException ex) {
            // whatever it was, the next may succeed
            logger.error("A reading failed; the next follows at its time", ex);
        }
        finally {
            if (!this.timer.isShutdown()) {
                publishAt(this.timing.next(began, System.nanoTime()));
            }
        }
    }

    int managementPort() {
        return this.management.port();
    }

    @Override
    public void close() {
        this.timer.shutdown();
        try {
            if (!this.timer.awaitTermination(10, TimeUnit.SECONDS)) {
                logger.warn("The last reading is still being written; it is left");
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        this.management.close();
    }

    /** Runs the agent, or checks its configuration. */
    public static void main(String[] args) {
        Path file = null;
        boolean check = false;
        for (String arg : args) {
            if (arg.startsWith(CONFIG)) {
                file = Path.of(arg.substring(CONFIG.length()));
            }
            else if (arg.equals("--check")) {
                check = true;
            }
            else {
                fail(arg + ": unknown (expected: [--config=FILE] [--check])");
            }
        }
        try {
            if (check) {
                AgentProperties.from(Keys.read(file, System.getenv()));
                logger.info("The configuration is right");
                return;
            }
            MetricAgent agent = start(file, System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(agent::close));
        }
        catch (IllegalArgumentException | IOException ex) {
            fail(ex.getMessage());
        }
    }

    private static void fail(@Nullable String message) {
        logger.error("{}", message);
        System.exit(2);
    }

}
