package monitoring.dashboard.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");

    private final StaticMessageSource messages = new StaticMessageSource();

    private final Times times = new Times(ZoneId.of("Asia/Seoul"), Locale.ENGLISH, Clock.fixed(NOW, ZoneOffset.UTC),
            this.messages);

    @Test
    void saysHowLongWorkTook() {
        this.messages.addMessage("time.minutes", Locale.ENGLISH, "{0} min");
        assertThat(this.times.took(null)).isEqualTo("–");
        assertThat(this.times.took(Duration.ofMillis(81))).isEqualTo("81 ms");
        assertThat(this.times.took(Duration.ofMillis(2375))).isEqualTo("2.4 s");
        assertThat(this.times.took(Duration.ofSeconds(150))).isEqualTo("2 min");
    }

    @Test
    void fillsAFieldWithWhatItTakes() {
        assertThat(this.times.input(NOW)).isEqualTo("2026-11-21 11:10");
        assertThat(TimeChoice.instant("at", this.times.input(NOW), ZoneId.of("Asia/Seoul"))).isEqualTo(NOW);
    }

}
