package monitoring.batch.job;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import monitoring.batch.notify.DeliveryException;
import monitoring.batch.report.ReportPost;
import monitoring.batch.report.ReportProperties;
import monitoring.batch.report.WeeklyReport;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStatistics;
import monitoring.storage.inventory.VmState;
import monitoring.storage.notification.SentReports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What the weekly report says, to whom, and how often. */
class WeeklyReportTest {

    /** Monday after the week of {@link Night#START}, which is a Saturday. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @RegisterExtension
    static final Nights nights = new Nights();

    private final List<ReportPost.Letter> letters = new ArrayList<>();

    private final List<String> addresses = new ArrayList<>();

    private final Night night = nights.begin();

    @BeforeEach
    void begin() {
        nights.program().bean(JdbcTemplate.class).update("delete from sent_reports");
    }

    @Test
    void countsTheWeek() {
        this.night.machines(this.night.machine("web1", "z1", VmState.RUNNING),
                this.night.machine("db2", "z1", VmState.RUNNING), this.night.machine("old3", "z1", VmState.RUNNING));
        this.night.play(new double[] { 91, 91 }, "web1", "db2", "old3");
        this.night.decide(AlarmState.ACKNOWLEDGED);
        this.night.play(new double[] { 20, 20 }, "web1", "db2", "old3");
        this.night.play(Night.filled(20, 20), "web1", "db2");
        send(MONDAY, "en", "a@example.org");
        ReportPost.Letter letter = this.letters.get(0);
        assertThat(letter.subject()).isEqualTo("[PaaS Monitoring] Week from 2026-11-16 to 2026-11-22");
        assertThat(letter.plain()).contains("Incidents: ", "VM · CPU: 3", "old3/0 · Heartbeat: 1")
            .containsPattern("Availability of the VMs: 9\\d\\.\\d{3}%")
            .contains("of 3 VMs")
            .doesNotContain("??");
        assertThat(letter.html()).contains("prefers-color-scheme: dark", "VM · CPU").doesNotContain("??");
    }

    @Test
    void saysThatTheWeekWasQuietInKorean() {
        send(MONDAY, "ko", "a@example.org");
        assertThat(this.letters).singleElement().satisfies((letter) -> {
            assertThat(letter.subject()).isEqualTo("[PaaS 모니터링] 주간 보고 2026-11-16 ~ 2026-11-22");
            assertThat(letter.plain()).contains("조용한 한 주였습니다", "VM 가용률: 100.000%", "평균 해결 시간: –");
        });
    }

    @Test
    void goesOnceToEachAndAgainOnlyWhereItWasNotTaken() {
        send(MONDAY.minusSeconds(1), "en", "a@example.org");
        assertThat(this.letters.get(0).subject()).contains("2026-11-09");
        send(MONDAY, "en", "a@example.org", "refused@example.org");
        send(MONDAY.plus(Duration.ofHours(1)), "en", "a@example.org", "refused@example.org");
        assertThat(this.addresses).containsExactly("a@example.org", "a@example.org");
        send(MONDAY.plus(Duration.ofHours(2)), "en", "a@example.org", "b@example.org");
        assertThat(this.addresses).containsExactly("a@example.org", "a@example.org", "b@example.org");
        send(MONDAY);
        assertThat(this.addresses).hasSize(3);
    }

    private void send(Instant now, String language, String... to) {
        ReportProperties properties = new ReportProperties(List.of(to), language, ZoneId.of("UTC"), DayOfWeek.MONDAY,
                LocalTime.of(8, 0));
        new WeeklyReport(this.night.alarms, nights.program().bean(AlarmStatistics.class), this.night.incidents,
                this.night.inventory, nights.program().bean(SentReports.class), this::take, properties,
                Clock.fixed(now, ZoneOffset.UTC))
            .send();
    }

    private void send(Instant now) {
        send(now, "en");
    }

    private void take(String address, String report, ReportPost.Letter letter) {
        if (address.startsWith("refused")) {
            throw DeliveryException.refused("550 no", null);
        }
        this.addresses.add(address);
        this.letters.add(letter);
    }

}
