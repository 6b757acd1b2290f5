package monitoring.localservers.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import monitoring.localservers.Child;
import monitoring.localservers.ServerStartException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class SupervisorIT {

    private static final String UNTIL_STOPPED = "echo up; while :; do sleep 0.1; done";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private final Supervisor supervisor = new Supervisor(new Progress(new PrintStream(this.said, true)),
            ControlGroups.of(Path.of("/no/control/groups"), "none"));

    @AfterEach
    void stop() {
        this.supervisor.close();
    }

    @Test
    void stopsStageByStage() {
        this.supervisor.start(List.of(part("server", Part.Stage.SERVER, "trap 'echo server >>order; exit' TERM"),
                part("source", Part.Stage.SOURCE, "trap 'echo source >>order; exit' TERM"),
                part("program", Part.Stage.PROGRAM, "trap 'echo program >>order; exit' TERM")));

        this.supervisor.close();

        assertThat(this.folder.resolve("order")).hasContent("source\nprogram\nserver");
        assertThat(said()).contains("server             is ready", "server             stopped");
    }

    @Test
    void saysWhichPartEndedAtTheStartAndStopsTheOthers() {
        Part good = part("good", Part.Stage.PROGRAM, ":");
        Part bad = new Part("bad", "", Part.Stage.PROGRAM, () -> child("bad", "echo no such key; exit 3"), () -> false);

        assertThatExceptionOfType(ServerStartException.class)
            .isThrownBy(() -> this.supervisor.start(List.of(good, bad)))
            .withMessageContaining("bad ended with exit code 3; its log " + this.folder.resolve("bad.log"))
            .withMessageContaining("no such key");
        this.supervisor.close();
        assertThat(this.supervisor.pids().values()).noneMatch((pid) -> ProcessHandle.of(pid).isPresent());
    }

    @Test
    void startsAgainWhatEndsLater() throws Exception {
        this.supervisor.start(List.of(part("mortal", Part.Stage.PROGRAM, ":")));
        long first = this.supervisor.pids().get("mortal");
        CompletableFuture<Part> restarted = new CompletableFuture<>();
        Thread watch = new Thread(() -> watch(restarted));
        watch.start();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        assertThat(restarted.join().name()).isEqualTo("mortal");
        assertThat(this.supervisor.pids().get("mortal")).isNotEqualTo(first);
        assertThat(said()).contains("mortal             ended with exit code 137; its log: ");
        watch.interrupt();
        watch.join();
    }

    @Test
    void leavesAloneWhatEndsTooOften() throws Exception {
        Part broken = new Part("broken", "", Part.Stage.PROGRAM, () -> child("broken", "exit 1"), () -> true);
        this.supervisor.start(List.of(broken));
        Thread watch = new Thread(() -> watch(new CompletableFuture<>()));
        watch.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> said().contains("not started again after 5 times"));

        watch.interrupt();
        watch.join();
    }

    @Test
    void stoppingWinsOverAStartThatIsNotReady() throws Exception {
        CountDownLatch launched = new CountDownLatch(1);
        Part slow = new Part("slow", "", Part.Stage.PROGRAM, () -> {
            launched.countDown();
            return child("slow", UNTIL_STOPPED);
        }, () -> false);
        CompletableFuture<Void> start = CompletableFuture.runAsync(() -> this.supervisor.start(List.of(slow)));
        launched.await();

        this.supervisor.close();

        await().until(start::isCompletedExceptionally);
        assertThat(this.supervisor.pids().values()).noneMatch((pid) -> ProcessHandle.of(pid).isPresent());
        assertThatExceptionOfType(ServerStartException.class).isThrownBy(() -> this.supervisor.start(List.of(slow)))
            .withMessageContaining("the platform stops");
    }

    private void watch(CompletableFuture<Part> restarted) {
        try {
            this.supervisor.watch(restarted::complete);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private Part part(String name, Part.Stage stage, String before) {
        Path log = this.folder.resolve(name + ".log");
        return new Part(name, "", stage, () -> child(name, before + "; " + UNTIL_STOPPED),
                () -> Files.exists(log) && content(log).contains("up"));
    }

    private Child child(String name, String script) {
        return Child.start(new Child.Spec(name, List.of("bash", "-c", "cd '" + this.folder + "'; " + script),
                this.folder.resolve(name + ".log")));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            return "";
        }
    }

    private String said() {
        return this.said.toString(StandardCharsets.UTF_8);
    }

}
