package monitoring.localservers.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

import monitoring.localservers.Child;
import monitoring.localservers.ServerStartException;

/**
 * Starts parts, starts again those that end, and stops all of them in order. Stopping
 * wins over everything else.
 */
final class Supervisor implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(7);

    /** A part that ends more often than this is broken, and is left alone. */
    private static final int RESTARTS = 5;

    private final Progress progress;

    private final ControlGroups groups;

    private final Map<Part, Child> children = new LinkedHashMap<>();

    private final Map<Part, Integer> restarts = new HashMap<>();

    private final BlockingQueue<Part> ended = new LinkedBlockingQueue<>();

    private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });

    private boolean stopping;

    Supervisor(Progress progress, ControlGroups groups) {
        this.progress = progress;
        this.groups = groups;
    }

    /**
     * Starts the parts at once and returns when all are ready; fails as soon as one of
     * them ends.
     */
    void start(List<Part> parts) {
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (Part part : parts) {
            starts.add(CompletableFuture.runAsync(() -> startAndAwait(part), this.threads).whenComplete((done, ex) -> {
                if (ex != null) {
                    failure.completeExceptionally(ex);
                }
            }));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failure).join();
        }
        catch (CompletionException ex) {
            throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
        }
    }

    private void startAndAwait(Part part) {
        this.progress.part(part.name(), "starts");
        Child child = launch(part);
        child.await(part.ready(), Part.LIMIT);
        this.progress.part(part.name(), "is ready" + (part.where().isEmpty() ? "" : ": " + part.where()));
        child.onExit().thenRun(() -> this.ended.add(part));
    }

    private synchronized Child launch(Part part) {
        if (this.stopping) {
            throw new ServerStartException(part.name() + " is not started any more: the platform stops");
        }
        Child child = part.launch().get();
        this.children.put(part, child);
        this.groups.put(part.name(), child.pid());
        return child;
    }

    /** Starts again what ends, until this thread is interrupted or the platform stops. */
    void watch(Consumer<Part> restarted) throws InterruptedException {
        while (true) {
            Part part = this.ended.take();
            if (isStopping()) {
                return;
            }
            int times = this.restarts.merge(part, 1, Integer::sum);
            Child child = child(part);
            String fact = "ended with exit code " + child.exitValue() + "; its log: " + child.log();
            if (times > RESTARTS) {
                this.progress.part(part.name(), fact + "; not started again after " + RESTARTS + " times");
                continue;
            }
            this.progress.part(part.name(), fact + "; it is started again");
            CompletableFuture.runAsync(() -> startAndAwait(part), this.threads).whenComplete((done, ex) -> {
                if (ex == null) {
                    restarted.accept(part);
                }
                else if (!isStopping()) {
                    this.ended.add(part);
                }
            });
        }
    }

    synchronized boolean isStopping() {
        return this.stopping;
    }

    /** The process ids by part. */
    synchronized Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        this.children.forEach((part, child) -> pids.put(part.name(), child.pid()));
        return pids;
    }

    private synchronized Child child(Part part) {
        return this.children.get(part);
    }

    @Override
    public void close() {
        Map<Part, Child> running;
        synchronized (this) {
            this.stopping = true;
            running = new LinkedHashMap<>(this.children);
        }
        running.values().removeIf((child) -> !child.isAlive());
        if (!running.isEmpty()) {
            this.progress.say("Stopping " + running.size() + " programs");
        }
        Arrays.stream(Part.Stage.values()).forEach((stage) -> stop(stage, running));
        this.groups.remove();
    }

    private void stop(Part.Stage stage, Map<Part, Child> running) {
        List<Child> together = running.entrySet()
            .stream()
            .filter((entry) -> entry.getKey().stage() == stage)
            .map(Map.Entry::getValue)
            .toList();
        together.forEach(Child::terminate);
        long end = System.nanoTime() + GRACE.toNanos();
        for (Child child : together) {
            boolean inTime = child.endsWithin(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            child.stop(Duration.ZERO);
            this.progress.part(child.name(), inTime ? "stopped" : "killed, it did not stop in time");
        }
    }

}
