package monitoring.dashboard.notification;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.storage.alarm.Silence;
import monitoring.storage.metric.TimeRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How windows that come again are made, said and drawn. */
class SilenceFormTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @AfterEach
    void forgetLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-",
            value = { "'', -, ''", "DAILY, -, FREQ=DAILY", "WEEKLY, -, FREQ=WEEKLY", "MONTHLY, -, FREQ=MONTHLY",
                    "MONTHLY_WEEKDAY, -, FREQ=MONTHLY;BYDAY=3SA",
                    "DAILY, 2026-12-31, FREQ=DAILY;UNTIL=20261231T145959Z" })
    void makesARuleOfWhatIsChosen(String repeat, String last, String rule) {
        Silence silence = form("2026-11-21T02:00", "2026-11-21T04:00", repeat, Set.of(), last).read("kim", SEOUL);
        assertThat(silence.recurrence()).isEqualTo(rule);
        assertThat(silence.timeZone()).isEqualTo(SEOUL);
        assertThat(silence.startsAt()).isEqualTo(Instant.parse("2026-11-20T17:00:00Z"));
    }

    @Test
    void beginsOnTheFirstOfTheChosenDays() {
        Silence silence = form("2026-11-21T02:00", "2026-11-21T04:00", "WEEKLY",
                Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), "")
            .preview(SEOUL);
        assertThat(silence.recurrence()).isEqualTo("FREQ=WEEKLY;BYDAY=TU,TH");
        assertThat(SilenceRow.coming(silence, Instant.parse("2026-11-21T00:00:00Z"), 3).stream().map(TimeRange::from))
            .containsExactly(Instant.parse("2026-11-23T17:00:00Z"), Instant.parse("2026-11-25T17:00:00Z"),
                    Instant.parse("2026-11-30T17:00:00Z"));
        assertThat(silence.endsAt()).isEqualTo(Instant.parse("2026-11-23T19:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({ "2026-11-21T02:00, 2026-11-21T02:00, '', ''", "2026-11-21T02:00, 2026-11-22T03:00, DAILY, ''",
            "2026-11-21T02:00, 2026-11-21T04:00, HOURLY, ''", "2026-11-21T02:00, 2026-11-21T04:00, DAILY, soon",
            "2026-11-21T02:00, 2026-11-21T04:00, DAILY, 2026-11-20", "noon, 2026-11-21T04:00, '', ''" })
    void refusesWhatMakesNoSense(String starts, String ends, String repeat, String last) {
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> form(starts, ends, repeat, Set.of(), last).preview(SEOUL));
    }

    @Test
    void saysInWordsWhenItComesAgain() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        RepeatWords words = new RepeatWords(messages);
        LocaleContextHolder.setLocale(Locale.KOREAN);
        assertThat(words.of(weekly())).isEqualTo("매주 화 · 목");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(words.of(weekly())).isEqualTo("weekly on Tue · Thu");
        assertThat(words
            .of(form("2026-11-30T02:00", "2026-11-30T04:00", "MONTHLY_WEEKDAY", Set.of(), "2027-06-30").preview(SEOUL)))
            .isEqualTo("each last Mon of the month, until 2027-06-30");
        Silence foreign = new Silence("1", new Silence.Matcher(null, null, "", "", ""), Instant.EPOCH,
                Instant.EPOCH.plusSeconds(9), "FREQ=YEARLY", "why", "kim");
        assertThat(words.of(foreign)).isEqualTo("FREQ=YEARLY");
    }

    @Test
    void drawsEachDayThatItTouches() {
        Silence night = form("2026-11-24T23:00", "2026-11-25T01:00", "WEEKLY", Set.of(), "").preview(SEOUL);
        SilenceCalendar november = SilenceCalendar.of(List.of(night), YearMonth.of(2026, 11), SEOUL);
        assertThat(november.weeks()).hasSize(6).allSatisfy((week) -> assertThat(week).hasSize(7));
        assertThat(november.weeks().get(0).get(0).date()).isEqualTo(LocalDate.of(2026, 10, 26));
        assertThat(november.weeks().stream().flatMap(List::stream).filter((day) -> !day.entries().isEmpty()))
            .extracting((day) -> day.date().toString())
            .containsExactly("2026-11-24", "2026-11-25", "2026-12-01", "2026-12-02");
        SilenceCalendar.Entry entry = november.weeks().get(4).get(1).entries().get(0);
        assertThat(entry.isFrom(LocalDate.of(2026, 11, 24), SEOUL)).isTrue();
        assertThat(entry.isFrom(LocalDate.of(2026, 11, 25), SEOUL)).isFalse();
    }

    private static Silence weekly() {
        return form("2026-11-21T02:00", "2026-11-21T04:00", "WEEKLY", Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), "")
            .preview(SEOUL);
    }

    private static SilenceForm form(String starts, String ends, String repeat, Set<DayOfWeek> days, String last) {
        return new SilenceForm(null, null, "", "", "", starts, ends, repeat, days, last, "patch day");
    }

}
