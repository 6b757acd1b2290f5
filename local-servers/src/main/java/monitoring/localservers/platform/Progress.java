package monitoring.localservers.platform;

import java.io.PrintStream;
import java.time.Duration;

/**
 * What the platform says of itself while it starts, runs and stops: one line a fact, with
 * the seconds since the start.
 */
final class Progress {

    private final PrintStream out;

    private final long begin = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String fact) {
        this.out.printf("%6.1f s  %s%n", seconds(), fact);
        this.out.flush();
    }

    void part(String name, String fact) {
        say("%-18s %s".formatted(name, fact));
    }

    /** A line of its own, without the time. */
    void print(String line) {
        this.out.println(line);
        this.out.flush();
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - this.begin).toMillis() / 1000.0;
    }

}
