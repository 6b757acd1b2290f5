package monitoring.storage.alarm;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How long it took until somebody cared and until it was over.
 *
 * @param raised how many alarms were raised
 * @param acknowledged how many of them somebody acknowledged
 * @param meanToAcknowledge from raised to acknowledged, null if none was
 * @param resolved how many of them are over
 * @param meanToResolve from raised to resolved, null if none is
 */
public record ResponseTimes(long raised, long acknowledged, @Nullable Duration meanToAcknowledge, long resolved,
        @Nullable Duration meanToResolve) {
}
