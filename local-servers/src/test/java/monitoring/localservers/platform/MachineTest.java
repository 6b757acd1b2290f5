package monitoring.localservers.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import monitoring.localservers.ServerStartException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MachineTest {

    @TempDir
    Path root;

    @BeforeEach
    void eightGigabytesAvailable() throws IOException {
        write("proc/meminfo", "MemTotal:  16777216 kB\nMemAvailable:    8388608 kB\n");
    }

    @Test
    void believesTheKernelWithoutControlGroups() {
        assertThat(new Machine(this.root).availableMegabytes()).isEqualTo(8192);
    }

    @Test
    void believesTheControlGroupWhenItHasLess() throws IOException {
        write("sys/fs/cgroup/memory.max", "2147483648\n");
        write("sys/fs/cgroup/memory.current", "1073741824\n");

        assertThat(new Machine(this.root).availableMegabytes()).isEqualTo(1024);
    }

    @Test
    void knowsBothVersionsOfControlGroups() throws IOException {
        write("sys/fs/cgroup/memory.max", "max\n");
        write("sys/fs/cgroup/memory.current", "1\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "1073741824\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "0\n");

        assertThat(new Machine(this.root).availableMegabytes()).isEqualTo(1024);
    }

    @Test
    void saysHowMuchMemoryIsMissing() {
        Machine machine = new Machine(this.root);
        machine.requireMemory(8192);

        assertThatExceptionOfType(ServerStartException.class).isThrownBy(() -> machine.requireMemory(8193))
            .withMessageStartingWith("memory: 8192 MB available (expected: at least 8193 MB;");
    }

    private void write(String file, String text) throws IOException {
        Path path = this.root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

}
