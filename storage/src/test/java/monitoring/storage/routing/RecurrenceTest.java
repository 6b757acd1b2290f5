package monitoring.storage.routing;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Maintenance windows that come again. */
class RecurrenceTest {

    /** A Sunday. */
    private static final Instant START = Instant.parse("2026-11-01T02:00:00Z");

    @ParameterizedTest
    @CsvSource({ "2026-11-01T02:00:00Z, 2026-11-01T04:00:00Z", "2026-11-22T03:59:59Z, 2026-11-22T04:00:00Z",
            "2026-11-22T04:00:00Z,", "2026-11-22T01:59:59Z,", "2026-11-21T03:00:00Z,", "2026-10-25T03:00:00Z,",
            "2036-11-02T03:00:00Z, 2036-11-02T04:00:00Z" })
    void isInForceEachSundayMorning(Instant at, Instant end) {
        assertThat(Recurrence.endOfPeriod("FREQ=WEEKLY;BYDAY=SU", START, Duration.ofHours(2), at).orElse(null))
            .isEqualTo(end);
    }

    @Test
    void stopsAtItsEnd() {
        assertThat(Recurrence.endOfPeriod("FREQ=DAILY;UNTIL=20261103T020000Z", START, Duration.ofHours(2),
                Instant.parse("2026-11-04T03:00:00Z")))
            .isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Recurrence.endOfPeriod("EVERY SUNDAY", START, Duration.ofHours(2), START))
            .withMessageContaining("EVERY SUNDAY");
    }

}
