package monitoring.storage.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Silence;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Receiver;
import monitoring.storage.notification.Receiver.Channel;
import monitoring.storage.notification.Receiver.Scope;
import monitoring.storage.notification.Receiver.Style;
import monitoring.storage.policy.Severity;
import monitoring.storage.routing.Routing.Answer;
import monitoring.storage.routing.Routing.Decision;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoutingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");

    private static final Duration FIFTEEN = Duration.ofMinutes(15);

    @Test
    void wantsOnlyWhatIsInAScope() {
        Receiver all = receiver("all", new Scope(null, "", "", Severity.WARNING, 0), true);
        Receiver cf = receiver("cf", new Scope(Origin.VM, "cf", "", Severity.WARNING, 0), true);
        Receiver containers = receiver("containers", new Scope(Origin.CONTAINER, "", "", Severity.WARNING, 0), true);
        Receiver other = receiver("other", new Scope(null, "other", "", Severity.WARNING, 0), true);
        assertThat(new Routing(List.of(all, cf, containers, other), List.of(), FIFTEEN).wanted(alarm()))
            .containsExactly(all, cf);
    }

    @Test
    void saysWhyAReceiverIsNotTold() {
        assertThat(decide(receiver("off", new Scope(null, "", "", Severity.WARNING, 0), false), List.of()).answer())
            .isEqualTo(Answer.SWITCHED_OFF);
        Decision below = decide(receiver("calm", new Scope(null, "", "", Severity.FAIL, 0), true), List.of());
        assertThat(below.answer()).isEqualTo(Answer.BELOW_MINIMUM);
        assertThat(below.words()).isEqualTo("CRITICAL is below FAIL");
        assertThat(below.answer().isQueued()).isFalse();
    }

    @Test
    void tellsAtOnceOrWhenNobodyAcknowledged() {
        Decision first = decide(receiver("first", new Scope(null, "", "", Severity.WARNING, 0), true), List.of());
        assertThat(first.answer()).isEqualTo(Answer.TOLD);
        assertThat(first.due()).isEqualTo(NOW);
        Decision second = decide(receiver("second", new Scope(null, "", "", Severity.WARNING, 2), true), List.of());
        assertThat(second.answer()).isEqualTo(Answer.WAITS);
        assertThat(second.due()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        Scope own = new Scope(null, "", "", Severity.WARNING, 2, Duration.ofMinutes(5), false);
        assertThat(decide(receiver("own", own, true), List.of()).due()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void waitsForTheEndOfASilence() {
        Silence silence = new Silence("1", new Silence.Matcher(Origin.VM, null, "cf", "", ""), NOW.minusSeconds(60),
                NOW.plusSeconds(600), "", "patch day", "kim");
        Decision silenced = decide(receiver("first", new Scope(null, "", "", Severity.WARNING, 0), true),
                List.of(silence));
        assertThat(silenced.answer()).isEqualTo(Answer.SILENCED);
        assertThat(silenced.due()).isEqualTo(NOW.plusSeconds(600));
        assertThat(silenced.words()).contains("kim", "patch day");
    }

    private static Decision decide(Receiver receiver, List<Silence> silences) {
        return new Routing(List.of(receiver), silences, FIFTEEN).decide(receiver, alarm(), false, NOW, NOW);
    }

    private static Receiver receiver(String name, Scope scope, boolean enabled) {
        return new Receiver(name, name, Channel.MAIL, name + "@example.org", "", scope, Style.DEFAULT, enabled);
    }

    private static Alarm alarm() {
        return new Alarm("7", new AlarmTarget(Origin.VM, "guid", "cell/3", "10.0.1.3", "cf", "z1", ""), Resource.CPU,
                Severity.CRITICAL, AlarmState.RAISED, new Alarm.Reading(93, 90, NOW), Alarm.Progress.startedAt(NOW),
                "1");
    }

}
