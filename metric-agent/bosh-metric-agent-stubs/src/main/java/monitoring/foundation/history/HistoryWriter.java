package monitoring.foundation.history;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/** Writes the past in the background; what fails is tried again until it is written. */
final class HistoryWriter implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(HistoryWriter.class);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final List<Task> tasks;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor((task) -> {
        Thread thread = new Thread(task, "history");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    private volatile boolean running;

    HistoryWriter(List<Task> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public void start() {
        this.running = true;
        this.tasks.forEach((task) -> this.thread.execute(() -> write(task)));
    }

    private void write(Task task) {
        try {
            task.work().run();
        }
        catch (RuntimeException ex) {
            if (this.running) {
                logger.warn("The history {} is not written: {}; trying again in {} s", task.name(), ex.getMessage(),
                        PAUSE.toSeconds());
                this.thread.schedule(() -> write(task), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public void stop() {
        this.running = false;
        this.thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return this.running;
    }

    /**
     * One kind of history.
     *
     * @param name of it, in words
     * @param work writes it, or what is missing of it
     */
    record Task(String name, Runnable work) {
    }

}
