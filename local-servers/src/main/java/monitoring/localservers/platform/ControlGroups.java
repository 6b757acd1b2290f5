package monitoring.localservers.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts each program into a control group of its own where this machine lets us, of either
 * version, so that the agent can show the programs as containers. Where it does not, the
 * agent shows the processes themselves.
 */
final class ControlGroups {

    private static final Path MOUNT = Path.of("/sys/fs/cgroup");

    private static final String PROCESSES = "cgroup.procs";

    /** The unified hierarchy, or those of version 1 that the agent reads. */
    private static final List<String> HIERARCHIES = List.of("", "cpuacct", "memory");

    private final List<Path> folders;

    private ControlGroups(List<Path> folders) {
        this.folders = folders;
    }

    static ControlGroups of(Path mount, String platform) {
        return new ControlGroups(HIERARCHIES.stream()
            .map(mount::resolve)
            .filter((hierarchy) -> Files.isWritable(hierarchy.resolve(PROCESSES)))
            .map((hierarchy) -> hierarchy.resolve(platform))
            .toList());
    }

    static ControlGroups of(int portOffset) {
        return of(MOUNT, "paas-monitoring-" + portOffset);
    }

    /** Moves the process; leaves it where it is when the kernel refuses. */
    void put(String program, long pid) {
        for (Path folder : this.folders) {
            try {
                Path own = Files.createDirectories(folder.resolve(program));
                share(folder.resolve("cgroup.subtree_control"));
                Files.writeString(own.resolve(PROCESSES), String.valueOf(pid), StandardOpenOption.WRITE);
            }
            catch (IOException ex) {
                continue; // ended meanwhile, or not allowed
            }
        }
    }

    /** Version 2 counts the memory of the groups below only when it is told to. */
    private static void share(Path controllers) throws IOException {
        if (Files.isWritable(controllers)) {
            Files.writeString(controllers, "+memory", StandardOpenOption.WRITE);
        }
    }

    /** Removes what is empty, after the programs have ended. */
    void remove() {
        for (Path folder : this.folders) {
            try (Stream<Path> programs = Files.list(folder)) {
                for (Path program : programs.filter(Files::isDirectory).toList()) {
                    Files.deleteIfExists(program);
                }
                Files.deleteIfExists(folder);
            }
            catch (IOException ex) {
                continue; // the kernel removes nothing that is still used
            }
        }
    }

}
