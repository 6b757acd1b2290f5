package monitoring.relay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel counts of a process. */
final class ProcessUsage {

    private static final double TICKS_A_SECOND = 100;

    private ProcessUsage() {
    }

    /** CPU seconds that a process has used. */
    static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] behindTheName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(behindTheName[11]) + Long.parseLong(behindTheName[12])) / TICKS_A_SECOND;
    }

    /** Largest resident memory of a process so far, in MiB. */
    static long peakMebibytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status"))
            .stream()
            .filter((line) -> line.startsWith("VmHWM"))
            .mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElse(0);
    }

}
