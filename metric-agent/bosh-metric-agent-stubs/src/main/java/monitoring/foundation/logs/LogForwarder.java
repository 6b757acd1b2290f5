package monitoring.foundation.logs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import monitoring.foundation.story.Foundation;
import monitoring.foundation.story.Moment;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the foundation's VMs log, at a steady rate. While the relay is away lines
 * wait, up to a limit, and are sent again when it is back.
 */
public final class LogForwarder implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(LogForwarder.class);

    private static final int TICKS_PER_SECOND = 4;

    private static final int MOST_WAITING = 100_000;

    private final Foundation foundation;

    private final RelpProperties properties;

    private final LogLines lines;

    private final Deque<byte[]> waiting = new ArrayDeque<>();

    private final AtomicLong delivered = new AtomicLong();

    private final AtomicLong dropped = new AtomicLong();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor((task) -> {
        Thread thread = new Thread(task, "log-forwarder");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable RelpClient session;

    private boolean away;

    private Instant nextTry = Instant.EPOCH;

    private double due;

    public LogForwarder(Foundation foundation, RelpProperties properties) {
        this.foundation = foundation;
        this.properties = properties;
        this.lines = new LogLines(foundation);
    }

    public void start() {
        this.thread.scheduleWithFixedDelay(this::tick, 0, 1000 / TICKS_PER_SECOND, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            write(this.foundation.now());
            deliver();
        }
        catch (RuntimeException ex) {
            // a task that throws is never run again
            logger.error("The forwarders failed to write", ex);
        }
    }

    private void write(Moment moment) {
        this.due += this.properties.linesPerSecond() * moment.dayLoad() / TICKS_PER_SECOND;
        while (this.due >= 1) {
            for (String line : this.lines.next(moment)) {
                this.waiting.addLast(line.getBytes(StandardCharsets.UTF_8));
                this.due--;
            }
        }
        while (this.waiting.size() > MOST_WAITING) {
            this.waiting.removeFirst();
            this.dropped.incrementAndGet();
        }
    }

    private void deliver() {
        Instant now = this.foundation.clock().instant();
        if (now.isBefore(this.nextTry)) {
            return;
        }
        RelpClient client = this.session;
        try {
            if (client == null) {
                client = new RelpClient(new InetSocketAddress(this.properties.host(), this.properties.port()),
                        this.properties.window());
                this.session = client;
                logger.info("Logs go to the relay at {}:{}, {} lines have waited, {} were dropped",
                        this.properties.host(), this.properties.port(), this.waiting.size(), this.dropped.get());
                this.away = false;
            }
            int count = this.waiting.size();
            while (!this.waiting.isEmpty()) {
                client.send(this.waiting.removeFirst());
            }
            client.drain();
            this.delivered.addAndGet(count);
        }
        catch (IOException | NumberFormatException ex) {
            takeBack(client, now, ex);
        }
    }

    private void takeBack(@Nullable RelpClient client, Instant now, Exception failure) {
        this.nextTry = now.plusSeconds(5);
        if (!this.away) {
            logger.warn("The relay at {}:{} takes no logs: {}; trying again every 5 s", this.properties.host(),
                    this.properties.port(), failure.getMessage());
            this.away = true;
        }
        this.session = null;
        if (client != null) {
            while (!client.unanswered().isEmpty()) {
                this.waiting.addFirst(client.unanswered().removeLast());
            }
            try {
                client.close();
            }
            catch (IOException ex) {
                logger.debug("The broken session could not be closed", ex);
            }
        }
    }

    public long delivered() {
        return this.delivered.get();
    }

    @Override
    public void close() {
        this.thread.shutdownNow();
    }

}
