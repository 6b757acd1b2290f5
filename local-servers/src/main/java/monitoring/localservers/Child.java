package monitoring.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process that never outlives this JVM, not even when the JVM is killed with SIGKILL:
 * the kernel sends it a signal when its parent thread ends. Its output goes to a log
 * file.
 */
public final class Child implements AutoCloseable {

    /**
     * The parent thread of all children. The kernel's signal comes when the thread ends
     * that started the child, not the process, so no thread of a test or of a pool may
     * start one.
     */
    private static final ExecutorService parent = Executors.newSingleThreadExecutor((task) -> {
        Thread thread = new Thread(task, "parent-of-children");
        thread.setDaemon(true);
        return thread;
    });

    private static final Duration POLL = Duration.ofMillis(100);

    private static final int TAIL_BYTES = 4_000;

    private final Spec spec;

    private final Process process;

    private Child(Spec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    public static Child start(Spec spec) {
        try {
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
            return new Child(spec, parent.submit(() -> launch(spec)).get());
        }
        catch (ExecutionException ex) {
            throw new ServerStartException(spec.name() + " did not start: " + ex.getCause().getMessage(),
                    ex.getCause());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new ServerStartException(spec.name() + " was interrupted at its start", ex);
        }
    }

    private static Process launch(Spec spec) throws IOException {
        List<String> command = new ArrayList<>();
        // a session of its own: Ctrl-C in the terminal reaches this JVM alone, which
        // stops its children in order
        command.add(Command.require("setsid", "util-linux"));
        command.add(Command.require("setpriv", "util-linux"));
        command.addAll(List.of("--pdeathsig", spec.signal().name()));
        command.addAll(spec.privileges());
        command.add("--");
        command.addAll(spec.command());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        builder.environment().keySet().removeIf(spec::hides);
        return builder.start();
    }

    public String name() {
        return this.spec.name();
    }

    public Path log() {
        return this.spec.log();
    }

    public long pid() {
        return this.process.pid();
    }

    public boolean isAlive() {
        return this.process.isAlive();
    }

    /** The exit code of a process that has ended. */
    public int exitValue() {
        return this.process.exitValue();
    }

    /** Completes when the process ends, however it ends. */
    public CompletableFuture<Child> onExit() {
        return this.process.onExit().thenApply((ended) -> this);
    }

    /**
     * Waits until the condition holds; fails when the process ends first or the time is
     * over.
     */
    public void await(BooleanSupplier ready, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (endsWithin(POLL)) {
                throw new ServerStartException("%s ended with exit code %d; its log %s ends with:%n%s".formatted(name(),
                        exitValue(), log(), tail()));
            }
            if (System.nanoTime() > end) {
                throw new ServerStartException("%s was not ready after %d s; its log %s ends with:%n%s"
                    .formatted(name(), limit.toSeconds(), log(), tail()));
            }
        }
    }

    /**
     * Waits as {@link #await} does, and ends the process when it does not become ready.
     */
    void awaitOrClose(BooleanSupplier ready, Duration limit) {
        try {
            await(ready, limit);
        }
        catch (ServerStartException ex) {
            close();
            throw ex;
        }
    }

    /**
     * Asks the process to stop, and kills it when it has not stopped after ten seconds.
     */
    @Override
    public void close() {
        stop(Duration.ofSeconds(10));
    }

    /** Asks the process to stop, and kills it when it has not stopped in time. */
    public void stop(Duration grace) {
        terminate();
        if (!endsWithin(grace)) {
            kill();
        }
    }

    /** Ends the process at once. */
    public void kill() {
        this.process.destroyForcibly();
        endsWithin(Duration.ofSeconds(10));
    }

    /** Asks the process to stop and does not wait for it. */
    public void terminate() {
        if (this.spec.signal() == Signal.TERM) {
            this.process.destroy();
        }
        else if (isAlive()) {
            Output.of("kill", "-" + this.spec.signal(), String.valueOf(pid()));
        }
    }

    /** Waits until the process ends; false when it still runs after that time. */
    public boolean endsWithin(Duration time) {
        try {
            return this.process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new ServerStartException("Interrupted while waiting for " + name(), ex);
        }
    }

    private String tail() {
        try {
            byte[] bytes = Files.readAllBytes(log());
            int from = Math.max(0, bytes.length - TAIL_BYTES);
            return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8).strip();
        }
        catch (IOException ex) {
            return "(unreadable: " + ex.getMessage() + ")";
        }
    }

    @Override
    public String toString() {
        return name() + " (pid " + pid() + ")";
    }

    /** The signal that makes a program stop. */
    public enum Signal {

        TERM, INT

    }

    /**
     * What to start.
     *
     * @param name what people call it
     * @param command the program and its arguments
     * @param environment variables added to this process's own; one whose value is empty
     * is taken away
     * @param log where its output is appended
     * @param privileges further options of setpriv, such as the user to run as
     * @param signal what makes it stop, also when this JVM dies
     */
    public record Spec(String name, List<String> command, Map<String, String> environment, Path log,
            List<String> privileges, Signal signal) {

        public Spec {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
            privileges = List.copyOf(privileges);
        }

        public Spec(String name, List<String> command, Path log) {
            this(name, command, Map.of(), log, List.of(), Signal.TERM);
        }

        public Spec withEnvironment(Map<String, String> variables) {
            return new Spec(this.name, this.command, variables, this.log, this.privileges, this.signal);
        }

        boolean hides(String variable) {
            return "".equals(this.environment.get(variable));
        }

    }

}
