package monitoring.storage.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import monitoring.storage.alarm.Silence;
import monitoring.storage.metric.TimeRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** When maintenance windows that come again are in force. */
class RecurrenceTest {

    /** A Sunday. */
    private static final Instant START = Instant.parse("2026-11-01T02:00:00Z");

    @ParameterizedTest
    @CsvSource({ "2026-11-01T02:00:00Z, 2026-11-01T04:00:00Z", "2026-11-22T03:59:59Z, 2026-11-22T04:00:00Z",
            "2026-11-22T04:00:00Z,", "2026-11-22T01:59:59Z,", "2026-11-21T03:00:00Z,", "2026-10-25T03:00:00Z,",
            "2036-11-02T03:00:00Z, 2036-11-02T04:00:00Z" })
    void isInForceEachSundayMorning(Instant at, Instant end) {
        assertThat(Recurrence.endOfPeriod(silence("FREQ=WEEKLY;BYDAY=SU", START, ZoneOffset.UTC), at).orElse(null))
            .isEqualTo(end);
    }

    @Test
    void stopsAtItsEnd() {
        Silence silence = silence("FREQ=DAILY;UNTIL=20261103T020000Z", START, ZoneOffset.UTC);
        assertThat(Recurrence.endOfPeriod(silence, Instant.parse("2026-11-04T03:00:00Z"))).isEmpty();
        assertThat(Recurrence.endOfPeriod(silence, Instant.parse("2026-11-03T03:00:00Z"))).isPresent();
    }

    @Test
    void countsDaysInTheZoneOfWhoeverMadeIt() {
        // 02:00 on Sunday the 8th in Seoul is a Saturday in UTC
        Instant sunday = Instant.parse("2026-11-07T17:00:00Z");
        assertThat(begins(silence("FREQ=WEEKLY;BYDAY=SU", sunday, ZoneId.of("Asia/Seoul")), sunday, 15))
            .containsExactly("2026-11-07T17:00:00Z", "2026-11-14T17:00:00Z", "2026-11-21T17:00:00Z");
    }

    @Test
    void keepsTheHourWhereClocksArePutBack() {
        Instant before = Instant.parse("2026-10-24T20:00:00Z");
        assertThat(begins(silence("FREQ=DAILY", before, ZoneId.of("Europe/Berlin")), before, 3))
            .containsExactly("2026-10-24T20:00:00Z", "2026-10-25T21:00:00Z", "2026-10-26T21:00:00Z");
    }

    @Test
    void comesOnADayOfTheMonthOrOnAWeekdayOfIt() {
        Instant third = Instant.parse("2026-11-15T02:00:00Z");
        assertThat(begins(silence("FREQ=MONTHLY", third, ZoneOffset.UTC), third, 70))
            .containsExactly("2026-11-15T02:00:00Z", "2026-12-15T02:00:00Z", "2027-01-15T02:00:00Z");
        assertThat(begins(silence("FREQ=MONTHLY;BYDAY=3SU", third, ZoneOffset.UTC), third, 70))
            .containsExactly("2026-11-15T02:00:00Z", "2026-12-20T02:00:00Z", "2027-01-17T02:00:00Z");
    }

    @Test
    void listsWhatTouchesARangeAndNoMoreThanAskedFor() {
        Silence daily = silence("FREQ=DAILY", START, ZoneOffset.UTC);
        TimeRange range = new TimeRange(Instant.parse("2026-11-05T03:00:00Z"), Instant.parse("2026-11-07T02:00:00Z"));
        assertThat(SilencePeriods.within(daily, range, 9).stream().map((one) -> one.from().toString()))
            .containsExactly("2026-11-05T02:00:00Z", "2026-11-06T02:00:00Z");
        assertThat(SilencePeriods.within(daily, range, 1)).hasSize(1);
        Silence once = silence("", START, ZoneOffset.UTC);
        assertThat(SilencePeriods.within(once, range, 9)).isEmpty();
        assertThat(SilencePeriods.within(once, TimeRange.before(START.plusSeconds(1), Duration.ofDays(1)), 9))
            .hasSize(1);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Recurrence.endOfPeriod(silence("EVERY SUNDAY", START, ZoneOffset.UTC), START))
            .withMessageContaining("EVERY SUNDAY");
    }

    private static List<String> begins(Silence silence, Instant from, int days) {
        TimeRange range = new TimeRange(from, from.plus(Duration.ofDays(days)));
        return SilencePeriods.within(silence, range, 99).stream().map((one) -> one.from().toString()).toList();
    }

    private static Silence silence(String rule, Instant start, ZoneId zone) {
        return new Silence("", new Silence.Matcher(null, null, "", "", ""), start, start.plus(Duration.ofHours(2)),
                rule, zone, "patch day", "kim");
    }

}
