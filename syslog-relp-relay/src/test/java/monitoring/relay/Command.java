package monitoring.relay;

import java.io.IOException;

/** Runs a program of the system to its end. */
final class Command {

    private Command() {
    }

    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output + " (expected: exit code 0; needs root)");
        }
    }

}
