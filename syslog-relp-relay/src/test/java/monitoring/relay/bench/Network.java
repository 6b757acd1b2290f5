package monitoring.relay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A network of its own whose loopback has an MTU of 1500: on the usual one a stock omrelp
 * corks the socket and any receiver looks slow.
 */
final class Network implements AutoCloseable {

    private final Process holder;

    Network() throws Exception {
        this.holder = new ProcessBuilder("unshare", "-n", "sh", "-c", "ip link set lo up mtu 1500 && exec sleep 7200")
            .start();
        run(List.of("true"), null).waitFor();
    }

    /** Starts a process inside; its output goes to a file, or can be read. */
    Process run(List<String> command, Path output) throws IOException {
        List<String> inside = new ArrayList<>(List.of("nsenter", "-t", String.valueOf(this.holder.pid()), "-n"));
        inside.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(inside).redirectErrorStream(true);
        if (output != null) {
            builder.redirectOutput(output.toFile());
        }
        return builder.start();
    }

    String output(List<String> command) throws Exception {
        Process process = run(command, null);
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }

    /** CPU seconds that a process has used. */
    static double cpu(Process process) throws IOException {
        String[] stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat")).split(" ");
        return (Long.parseLong(stat[13]) + Long.parseLong(stat[14])) / 100.0;
    }

    /** Largest resident memory of a process so far, in MB. */
    static long peakMemory(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))
            .stream()
            .filter((line) -> line.startsWith("VmHWM"))
            .mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElse(0);
    }

    static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        this.holder.destroy();
    }

}
