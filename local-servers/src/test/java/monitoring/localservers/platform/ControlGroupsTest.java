package monitoring.localservers.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ControlGroupsTest {

    @TempDir
    Path mount;

    @Test
    void dividesTheHierarchiesThatItMayWriteTo() throws IOException {
        Path memory = Files.createDirectories(this.mount.resolve("memory"));
        Files.createFile(memory.resolve("cgroup.procs"));
        Files.createFile(Files.createDirectories(memory.resolve("platform/batch")).resolve("cgroup.procs"));
        Files.createDirectories(this.mount.resolve("cpuacct"));

        ControlGroups.of(this.mount, "platform").put("batch", 42);

        assertThat(memory.resolve("platform/batch/cgroup.procs")).hasContent("42");
        assertThat(this.mount.resolve("cpuacct")).isEmptyDirectory();
    }

    @Test
    void doesWithoutControlGroups() {
        ControlGroups none = ControlGroups.of(this.mount, "platform");

        none.put("batch", 42);
        none.remove();

        assertThat(this.mount).isEmptyDirectory();
    }

}
