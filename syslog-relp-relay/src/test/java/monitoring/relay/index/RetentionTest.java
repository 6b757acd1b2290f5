package monitoring.relay.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import monitoring.storage.log.LogRetention;
import monitoring.storage.log.LogRetention.LogDay;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionTest {

    private static final List<LogDay> DAYS = List.of(day("2026-11-01", 10), day("2026-11-14", 20),
            day("2026-11-20", 30), day("2026-11-21", 40));

    @Test
    void forgetsDaysThatAreTooOld() {
        assertThat(expired(Duration.ofDays(7), 0)).containsExactly(DAYS.get(0));
    }

    @Test
    void forgetsTheOldestDaysThatDoNotFit() {
        assertThat(expired(Duration.ZERO, 70)).containsExactly(DAYS.get(0), DAYS.get(1));
        assertThat(expired(Duration.ZERO, 100)).isEmpty();
    }

    @Test
    void alwaysKeepsTheNewestDay() {
        assertThat(expired(Duration.ofDays(1), 1)).containsExactly(DAYS.get(0), DAYS.get(1), DAYS.get(2));
    }

    @Test
    void leavesTheAgeToAServerThatForgetsByItselfButNotTheBudget() {
        assertThat(expired(Duration.ofDays(7), 0, true)).isEmpty();
        assertThat(expired(Duration.ofDays(7), 70, true)).containsExactly(DAYS.get(0), DAYS.get(1));
    }

    private static List<LogDay> expired(Duration maxAge, long maxSize) {
        return expired(maxAge, maxSize, false);
    }

    private static List<LogDay> expired(Duration maxAge, long maxSize, boolean handedOver) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
        RetentionProperties properties = new RetentionProperties(maxAge, DataSize.ofBytes(maxSize),
                Duration.ofHours(1));
        try (Retention retention = new Retention(properties, new Retention.Stores(new NoDays(), null, null), clock)) {
            return retention.expired(DAYS, handedOver);
        }
    }

    private static LogDay day(String day, long bytes) {
        return new LogDay(LocalDate.parse(day), 1, bytes);
    }

    private static final class NoDays implements LogRetention {

        @Override
        public List<LogDay> days() {
            return List.of();
        }

        @Override
        public boolean handOver(Duration maxAge) {
            throw new AssertionError(maxAge);
        }

        @Override
        public void delete(LogDay day) {
            throw new AssertionError(day);
        }

    }

}
