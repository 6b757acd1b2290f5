package monitoring.localservers.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import monitoring.localservers.InfluxServer;
import monitoring.localservers.ServerStartException;

/** Whether this machine can carry the platform. */
final class Machine {

    private static final long UNLIMITED = Long.MAX_VALUE;

    private final Path root;

    /** Takes the root of the file system, so that a test can bring another machine's. */
    Machine(Path root) {
        this.root = root;
    }

    void requireInflux() {
        if (!InfluxServer.isInstalled()) {
            throw new ServerStartException("influxd: not installed (expected: Debian's package influxdb; as root: "
                    + "apt-get install influxdb, or script/bootstrap)");
        }
    }

    void requireMemory(int megabytes) {
        long available = availableMegabytes();
        if (available < megabytes) {
            throw new ServerStartException("memory: " + available + " MB available (expected: at least " + megabytes
                    + " MB; stop other programs or take a larger machine)");
        }
    }

    /**
     * What the kernel says is available, or what is left of this control group's limit
     * when that is less.
     */
    long availableMegabytes() {
        long group = Math.min(left("sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory.current"),
                left("sys/fs/cgroup/memory/memory.limit_in_bytes", "sys/fs/cgroup/memory/memory.usage_in_bytes"));
        return Math.min(kernelMegabytes(), group / (1024 * 1024));
    }

    private long kernelMegabytes() {
        try (Stream<String> lines = Files.lines(this.root.resolve("proc/meminfo"))) {
            return lines.filter((line) -> line.startsWith("MemAvailable:"))
                .mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(UNLIMITED);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private long left(String limitFile, String usageFile) {
        try {
            String limit = Files.readString(this.root.resolve(limitFile)).strip();
            long usage = Long.parseLong(Files.readString(this.root.resolve(usageFile)).strip());
            return limit.equals("max") ? UNLIMITED : Long.parseLong(limit) - usage;
        }
        catch (IOException ex) {
            return UNLIMITED; // the other version of control groups, or none
        }
    }

}
