package monitoring.localservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ChildIT {

    @Test
    void noServerOutlivesAParentThatIsKilled() throws Exception {
        // not a @TempDir: PostgreSQL runs as another user, who must reach its folder
        Path folder = Files.createTempDirectory("monitoring-test-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Child parent = Child
            .start(new Child.Spec("parent", List.of(java.toString(), "-cp", System.getProperty("java.class.path"),
                    ParentOfServers.class.getName(), folder.toString()), folder.resolve("parent.log")));
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(folder.resolve("pids")) || !parent.isAlive());
        assertThat(folder.resolve("pids")).as(Files.readString(folder.resolve("parent.log"))).exists();
        List<ProcessHandle> servers = Stream.of(Files.readString(folder.resolve("pids")).split(" "))
            .map((pid) -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
            .toList();
        assertThat(servers).hasSize(4).allMatch(ProcessHandle::isAlive);

        parent.kill();

        await().atMost(Duration.ofSeconds(30)).until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
        SharedServer.remove(folder);
    }

    @Test
    void killsWhatDoesNotStopInTime(@TempDir Path folder) {
        Child stubborn = Child.start(new Child.Spec("stubborn",
                List.of("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done"), folder.resolve("log")));
        stubborn.await(() -> log(folder).contains("ready"), Duration.ofSeconds(10));

        stubborn.stop(Duration.ofMillis(200));

        assertThat(stubborn.isAlive()).isFalse();
        assertThat(stubborn.exitValue()).isEqualTo(137);
    }

    @Test
    void givesAndTakesVariables(@TempDir Path folder) {
        Map<String, String> variables = Map.of("GIVEN", "yes", "HOME", "");
        Child child = Child
            .start(new Child.Spec("env", List.of("sh", "-c", "echo \"$GIVEN-${HOME-none}\""), folder.resolve("log"))
                .withEnvironment(variables));

        child.onExit().join();

        assertThat(log(folder)).isEqualTo("yes-none\n");
    }

    @Test
    void saysWhichProgramEndedAndWhatItSaid(@TempDir Path folder) {
        Child child = Child
            .start(new Child.Spec("oven", List.of("sh", "-c", "echo no gas; exit 3"), folder.resolve("log")));

        assertThatExceptionOfType(ServerStartException.class)
            .isThrownBy(() -> child.await(() -> false, Duration.ofSeconds(10)))
            .withMessageContaining("oven ended with exit code 3")
            .withMessageContaining("no gas");
    }

    private static String log(Path folder) {
        try {
            return Files.readString(folder.resolve("log"));
        }
        catch (IOException ex) {
            return "";
        }
    }

}
