package monitoring.dashboard.web;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TimeChoiceTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @ParameterizedTest
    @ValueSource(strings = { "2026-11-21 02:10", " 2026-11-21 02:10 ", "2026-11-21T02:10", "2026-11-20T17:10:00Z",
            "2026-11-21T02:10:00+09:00", "2026-11-20T12:10:00-05:00", "2026-11-20T13:40:00-03:30" })
    void readsWhatPeopleTypeAndWhatLinksSay(String typed) {
        assertThat(TimeChoice.instant("at", typed, SEOUL)).isEqualTo(Instant.parse("2026-11-20T17:10:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "11/21/2026 02:10", "2026-11-21", "2026-13-21 02:10", "soon" })
    void saysWhatItExpects(String typed) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> TimeChoice.instant("at", typed, SEOUL))
            .withMessageContaining(typed)
            .withMessageContaining("2026-11-21 02:10");
    }

    @Test
    void takesAStretchThatEndsNow() {
        Instant now = Instant.parse("2026-11-21T02:10:00Z");
        TimeChoice choice = TimeChoice.of(new TimeChoice.Query("", "2026-11-21 11:00", ""), "1h", SEOUL, now);
        assertThat(choice.range().from()).isEqualTo(Instant.parse("2026-11-21T02:00:00Z"));
        assertThat(choice.range().to()).isEqualTo(now);
        assertThat(choice.isLive()).isFalse();
    }

}
