package monitoring.autoscale;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import monitoring.autoscale.ScaleResult.Outcome;

/**
 * Stops asking a server that could not be reached three times in a row, first for half a
 * minute, then for twice as long each time, at most for a quarter of an hour.
 */
final class Circuit implements AutoScaleClient {

    private static final int FAILURES = 3;

    private static final Duration FIRST = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final AutoScaleClient server;

    private final Clock clock;

    private int unreachable;

    private Duration pause = FIRST;

    private Instant closedUntil = Instant.MIN;

    Circuit(AutoScaleClient server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    @Override
    public ScaleResult scale(ScaleRequest request) {
        Instant until = closedUntil();
        if (this.clock.instant().isBefore(until)) {
            return ScaleResult.of(Outcome.FAILED, 0, this.server + " was not reachable " + FAILURES
                    + " times in a row; not asked again before " + until);
        }
        ScaleResult result = this.server.scale(request);
        record(result.status() == 0 && result.outcome() == Outcome.FAILED);
        return result;
    }

    private synchronized Instant closedUntil() {
        return this.closedUntil;
    }

    private synchronized void record(boolean failed) {
        if (!failed) {
            this.unreachable = 0;
            this.pause = FIRST;
            return;
        }
        this.unreachable++;
        if (this.unreachable >= FAILURES) {
            this.closedUntil = this.clock.instant().plus(this.pause);
            Duration longer = this.pause.multipliedBy(2);
            this.pause = (longer.compareTo(LONGEST) > 0) ? LONGEST : longer;
        }
    }

    @Override
    public String toString() {
        return this.server.toString();
    }

}
