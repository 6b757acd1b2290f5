package monitoring.storage.log;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * How many events happened within one bucket of time.
 *
 * @param time its begin
 * @param count events, all severities
 * @param errors events of severity ERROR or worse
 */
public record LogCount(Instant time, long count, long errors) {

    public LogCount {
        requireNonNull(time, "time");
    }

}
