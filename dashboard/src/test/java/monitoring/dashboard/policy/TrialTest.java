package monitoring.dashboard.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Series;
import monitoring.storage.notification.Receiver;
import monitoring.storage.notification.Receiver.Channel;
import monitoring.storage.notification.Receiver.Scope;
import monitoring.storage.notification.Receiver.Style;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.AlarmPolicy.Damping;
import monitoring.storage.policy.AlarmPolicy.Timing;
import monitoring.storage.policy.Severity;
import monitoring.storage.policy.Threshold;
import monitoring.storage.routing.Routing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One value a minute; the window is one minute, so that each value is judged as it is.
 */
class TrialTest {

    private static final Instant START = Instant.parse("2026-11-21T23:50:00Z");

    private static final AlarmTarget CELL = new AlarmTarget(Origin.VM, "guid", "cell/3", "10.0.1.3", "cf", "z1", "");

    @Test
    void raisesWhatTheBatchWouldRaise() {
        Trial trial = trial(1, 10);
        play(trial, 50, 86, 91, 84, 50, 50);
        assertThat(trial.outcomes()).singleElement().satisfies((one) -> {
            assertThat(one.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(one.peak()).isEqualTo(91);
            assertThat(one.raisedAt()).isEqualTo(START.plusSeconds(120));
            assertThat(one.resolvedAt()).isEqualTo(START.plusSeconds(300));
        });
        // raised, became worse, over: each to one receiver
        assertThat(trial.mails().total()).isEqualTo(3);
        assertThat(trial.mails().byName()).containsExactly(java.util.Map.entry("ops", 3));
        assertThat(trial.seen()).isEqualTo(1);
    }

    @Test
    void waitsForWindowsInARow() {
        Trial patient = trial(3, 10);
        play(patient, 86, 86, 50, 86, 86);
        assertThat(patient.outcomes()).isEmpty();
        assertThat(patient.mails().total()).isZero();
        play(patient, 86);
        assertThat(patient.outcomes()).hasSize(1);
    }

    @Test
    void tellsAgainAsLongAsNobodyAcknowledges() {
        Trial trial = trial(1, 2);
        play(trial, 86, 86, 86, 86, 86);
        assertThat(trial.mails().total()).isEqualTo(3);
        assertThat(trial.outcomes().get(0).resolvedAt()).isNull();
    }

    @Test
    void countsByTheViewersDay() {
        Trial trial = trial(1, 10);
        play(trial, 86, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 86);
        assertThat(trial.days(ZoneOffset.UTC)).containsOnlyKeys(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22));
        assertThat(trial.days(ZoneOffset.ofHours(9))).containsOnlyKeys(LocalDate.of(2026, 11, 22));
    }

    @Test
    void scalesWindowsInARowToACoarserStep() {
        assertThat(Trial.scaled(3, Duration.ofMinutes(1), Duration.ofMinutes(1))).isEqualTo(3);
        assertThat(Trial.scaled(3, Duration.ofMinutes(1), Duration.ofMinutes(2))).isEqualTo(2);
        assertThat(Trial.scaled(3, Duration.ofMinutes(1), Duration.ofMinutes(10))).isEqualTo(1);
    }

    @Test
    void takesTheMeanOfAWindowThatMovesOn() {
        RollingMean mean = new RollingMean(120);
        assertThat(mean.next(point(0, 10), START.plusSeconds(60))).isEqualTo(10);
        assertThat(mean.next(point(1, 20), START.plusSeconds(120))).isEqualTo(15);
        assertThat(mean.next(point(2, 40), START.plusSeconds(180))).isEqualTo(30);
    }

    @Test
    void fitsTenThousandVmsIntoMemoryAndSaysSo() {
        Plan small = Plan.of(START, 30, Duration.ofMinutes(10), 12);
        assertThat(small.step()).isEqualTo(Duration.ofMinutes(1));
        assertThat(small.shortened()).isFalse();
        assertThat(small.range().length()).isEqualTo(Duration.ofDays(30));
        Plan large = Plan.of(START, 30, Duration.ofMinutes(10), 10_000);
        assertThat(large.step()).isEqualTo(Duration.ofMinutes(10));
        assertThat(large.shortened()).isTrue();
        assertThat(large.range().length()).isEqualTo(Duration.ofMinutes(3000));
        assertThat(large.pieces()).hasSize(20);
        assertThat(large.pieces().get(0).from()).isEqualTo(large.range().from());
        assertThat(large.pieces().get(19).to()).isEqualTo(large.range().to());
    }

    private int minutes;

    private void play(Trial trial, double... values) {
        for (double value : values) {
            Series.Point point = point(this.minutes++, value);
            trial.judge(CELL, point, point.time().plusSeconds(60));
        }
    }

    private static Series.Point point(int minute, double value) {
        return new Series.Point(START.plusSeconds(60L * minute), value);
    }

    private static Trial trial(int raiseAfter, int repeatMinutes) {
        Receiver ops = new Receiver("1", "ops", Channel.MAIL, "ops@example.org", "", Scope.of(Origin.VM), Style.DEFAULT,
                true);
        AlarmPolicy policy = new AlarmPolicy("", Origin.VM, Resource.CPU, "", new Threshold(85, 90),
                new Timing(Duration.ofMinutes(1), Duration.ofMinutes(repeatMinutes)), new Damping(5, raiseAfter, 1),
                "");
        return new Trial(policy, Plan.PACE, Plan.PACE, new Mails(new Routing(List.of(ops), List.of(), Duration.ZERO)));
    }

}
