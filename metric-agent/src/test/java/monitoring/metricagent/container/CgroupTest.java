package monitoring.metricagent.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CgroupTest {

    @TempDir
    Path root;

    @Test
    void readsVersionTwo() throws IOException {
        write("proc/self/cgroup", "0::/system.slice/agent\n");
        write("proc/7/cgroup", "0::/system.slice/shop\n");
        write("cgroup/system.slice/shop/cpu.stat", "usage_usec 2500000\nuser_usec 1\n");
        write("cgroup/system.slice/shop/memory.current", "4096\n");
        write("cgroup/system.slice/shop/memory.max", "max\n");
        assertThat(cgroup().cpuSeconds(7)).hasValue(2.5);
        assertThat(cgroup().memory(7)).hasValue(4096);
        assertThat(cgroup().memoryLimit(7)).isEmpty();
    }

    @Test
    void readsVersionOne() throws IOException {
        write("proc/self/cgroup", "2:cpu,cpuacct:/\n1:memory:/\n");
        write("proc/7/cgroup", "2:cpu,cpuacct:/shop\n1:memory:/shop\n");
        write("cgroup/cpuacct/shop/cpuacct.usage", "1500000000\n");
        write("cgroup/memory/shop/memory.usage_in_bytes", "8192\n");
        write("cgroup/memory/shop/memory.limit_in_bytes", "1048576\n");
        assertThat(cgroup().cpuSeconds(7)).hasValue(1.5);
        assertThat(cgroup().memory(7)).hasValue(8192);
        assertThat(cgroup().memoryLimit(7)).hasValue(1048576);
    }

    @Test
    void saysNothingOfACgroupThatIsShared() throws IOException {
        write("proc/self/cgroup", "0::/session\n");
        write("proc/7/cgroup", "0::/session\n");
        write("cgroup/session/memory.current", "4096\n");
        assertThat(cgroup().memory(7)).isEmpty();
        assertThat(cgroup().cpuSeconds(7)).isEmpty();
    }

    private Cgroup cgroup() {
        return new Cgroup(this.root.resolve("cgroup"), this.root.resolve("proc"));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(this.root.resolve(file).getParent());
        Files.writeString(this.root.resolve(file), text);
    }

}
