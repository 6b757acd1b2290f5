package monitoring.autoscale;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import monitoring.autoscale.ScaleResult.Outcome;

/**
 * Stops asking a server that gave no answer three times in a row, whether it could not be
 * reached or took the request and fell silent, first for half a minute, then for twice as
 * long each time, at most for a quarter of an hour.
 */
final class Circuit implements AutoScaleClient {

    private static final int FAILURES = 3;

    private static final Duration FIRST = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final AutoScaleClient server;

    private final Clock clock;

    private int unanswered;

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
            return ScaleResult.of(Outcome.FAILED, 0,
                    this.server + " did not answer " + FAILURES + " times in a row; not asked again before " + until);
        }
        ScaleResult result = this.server.scale(request);
        record(result.status() == 0);
        return result;
    }

    private synchronized Instant closedUntil() {
        return this.closedUntil;
    }

    private synchronized void record(boolean silent) {
        if (!silent) {
            this.unanswered = 0;
            this.pause = FIRST;
            return;
        }
        this.unanswered++;
        if (this.unanswered >= FAILURES) {
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
