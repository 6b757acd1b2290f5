package monitoring.dashboard.alarm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Periods across the ends of months and years, where PaaS-TA's dates went wrong. */
class PeriodTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @ParameterizedTest
    @CsvSource({ "m, 2026-01-31, 2025-12-01, 2025-12-31", "m, 2026-03-31, 2026-02-01, 2026-02-28",
            "d, 2026-01-01, 2025-12-31, 2025-12-31", "w, 2026-01-01, 2025-12-22, 2025-12-28",
            "y, 2026-01-31, 2025-01-01, 2025-12-31" })
    void goesBackOverTheEndOfAYear(String kind, String day, LocalDate first, LocalDate last) {
        Period before = Period.of(kind, day, SEOUL, Instant.EPOCH).previous();
        assertThat(before.first()).isEqualTo(first);
        assertThat(before.last()).isEqualTo(last);
    }

    @Test
    void beginsInTheZoneOfTheReader() {
        Period january = Period.of("m", "", SEOUL, Instant.parse("2025-12-31T16:00:00Z"));
        assertThat(january.first()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(january.range().from()).isEqualTo(Instant.parse("2025-12-31T15:00:00Z"));
        assertThat(january.parts()).hasSize(31);
    }

}
