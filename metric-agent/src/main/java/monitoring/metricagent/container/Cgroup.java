package monitoring.metricagent.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/**
 * The cgroup of a process, of either version, as far as it is the process's own: one that
 * it shares with this agent says nothing of it.
 */
final class Cgroup {

    private static final double MICROS = 1e6;

    private static final double NANOS = 1e9;

    private final Path mount;

    private final Path processes;

    /**
     * Reads nothing yet.
     * @param mount {@code /sys/fs/cgroup}
     * @param processes {@code /proc}
     */
    Cgroup(Path mount, Path processes) {
        this.mount = mount;
        this.processes = processes;
    }

    /** Cumulative seconds of CPU time. */
    OptionalDouble cpuSeconds(long pid) throws IOException {
        Path unified = folder(pid, "");
        if (unified != null && Files.isReadable(unified.resolve("cpu.stat"))) {
            for (String line : Files.readAllLines(unified.resolve("cpu.stat"))) {
                if (line.startsWith("usage_usec ")) {
                    return OptionalDouble.of(Long.parseLong(line.substring(11).strip()) / MICROS);
                }
            }
        }
        OptionalLong nanos = number(folder(pid, "cpuacct"), "cpuacct.usage");
        return nanos.isPresent() ? OptionalDouble.of(nanos.getAsLong() / NANOS) : OptionalDouble.empty();
    }

    /** Bytes of memory used. */
    OptionalLong memory(long pid) throws IOException {
        OptionalLong unified = number(folder(pid, ""), "memory.current");
        return unified.isPresent() ? unified : number(folder(pid, "memory"), "memory.usage_in_bytes");
    }

    /** Bytes of memory that may be used, where there is a limit. */
    OptionalLong memoryLimit(long pid) throws IOException {
        OptionalLong unified = number(folder(pid, ""), "memory.max");
        return unified.isPresent() ? unified : number(folder(pid, "memory"), "memory.limit_in_bytes");
    }

    private static OptionalLong number(@Nullable Path folder, String file) throws IOException {
        if (folder == null || !Files.isReadable(folder.resolve(file))) {
            return OptionalLong.empty();
        }
        String text = Files.readString(folder.resolve(file)).strip();
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** The folder of a controller, the unified one where it is empty. */
    private @Nullable Path folder(long pid, String controller) throws IOException {
        String path = path(Long.toString(pid), controller);
        if (path.length() < 2 || path.equals(path("self", controller))) {
            return null; // the root, or shared with this agent
        }
        Path folder = this.mount.resolve(controller).resolve(path.substring(1));
        return Files.isDirectory(folder) ? folder : null;
    }

    private String path(String pid, String controller) throws IOException {
        for (String line : Files.readAllLines(this.processes.resolve(pid).resolve("cgroup"))) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && Arrays.asList(parts[1].split(",")).contains(controller)) {
                return parts[2];
            }
        }
        return "";
    }

}
