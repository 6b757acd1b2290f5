package monitoring.storage.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.State;
import monitoring.storage.notification.Reason;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingPolicy;
import monitoring.storage.scaling.ScalingStore;
import monitoring.storage.scaling.ScalingStreak;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every scaling store does. */
abstract class ScalingStoreContract {

    private static final Instant START = AlarmStoreContract.START;

    abstract SqlStores stores();

    private ScalingStore scaling() {
        return stores().scaling();
    }

    private static ScalingPolicy policy(String app, int max, boolean in) {
        return new ScalingPolicy(app, new ScalingPolicy.Instances(1, max, 2), new ScalingPolicy.Band(20, 80),
                new ScalingPolicy.Band(30, 90), Duration.ofSeconds(120),
                new ScalingPolicy.Switches(true, in, true, false));
    }

    @Test
    void keepsChangesAndDeletesAPolicy() {
        assertThat(scaling().save(policy("a", 5, true), "admin")).isEqualTo(policy("a", 5, true));
        assertThat(scaling().save(policy("a", 6, false), "admin")).isEqualTo(policy("a", 6, false));
        scaling().save(policy("b", 5, true), "admin");
        assertThat(scaling().policies().valid()).containsExactly(policy("a", 6, false), policy("b", 5, true));
        scaling().delete("a");
        assertThat(scaling().policy("a")).isEmpty();
    }

    @Test
    void reportsARowThatIsNoPolicyAndHidesNoOther() {
        scaling().save(policy("a", 5, true), "admin");
        scaling().save(policy("b", 5, true), "admin");
        stores().sql().sql("update app_auto_scaling_policies set instance_max_cnt = 0 where app_guid = 'a'").update();
        assertThat(scaling().policies().valid()).containsExactly(policy("b", 5, true));
        assertThat(scaling().policies().rejected()).singleElement()
            .asString()
            .startsWith("app_auto_scaling_policies a: instances: min 1, max 0");
    }

    @Test
    void keepsTheLatestOfADecision() {
        ScalingEvent asked = event("d1", "a", START, ScalingEvent.Outcome.ASKED);
        scaling().save(asked);
        assertThat(scaling().latest("a")).contains(asked);
        ScalingEvent scaled = event("d1", "a", START, ScalingEvent.Outcome.SCALED);
        scaling().save(scaled);
        ScalingEvent later = event("d2", "a", START.plusSeconds(60), ScalingEvent.Outcome.REJECTED);
        scaling().save(later);
        ScalingEvent other = event("d3", "b", START.plusSeconds(30), ScalingEvent.Outcome.NOOP);
        scaling().save(other);
        assertThat(scaling().latest("a")).contains(later);
        assertThat(scaling().latest("c")).isEmpty();
        assertThat(scaling().find("d1")).contains(scaled);
        assertThat(scaling().find("d9")).isEmpty();
        assertThat(scaling().events("a", new PageRequest(0, 10)).items()).containsExactly(later, scaled);
        PageOf<ScalingEvent> page = scaling().events("", PageRequest.first(2));
        assertThat(page.items()).containsExactly(later, other);
        assertThat(scaling().events("", PageRequest.first(2).after(page.next())).items()).containsExactly(scaled);
    }

    @Test
    void findsWhatWasDoneLastBehindWhatWasNot() {
        assertThat(scaling().latestDone("a")).isEmpty();
        ScalingEvent unknown = event("d1", "a", START, ScalingEvent.Outcome.UNKNOWN);
        ScalingEvent scaled = event("d2", "a", START.plusSeconds(60), ScalingEvent.Outcome.SCALED);
        List.of(unknown, scaled, event("d3", "b", START.plusSeconds(90), ScalingEvent.Outcome.SCALED))
            .forEach(scaling()::save);
        int later = 120;
        for (ScalingEvent.Outcome other : List.of(ScalingEvent.Outcome.FAILED, ScalingEvent.Outcome.REJECTED,
                ScalingEvent.Outcome.NOOP, ScalingEvent.Outcome.IGNORED, ScalingEvent.Outcome.DRY_RUN)) {
            scaling().save(event("e" + other, "a", START.plusSeconds(later++), other));
        }
        assertThat(scaling().latestDone("a")).contains(scaled);
        ScalingEvent asked = event("d4", "a", START.plusSeconds(180), ScalingEvent.Outcome.ASKED);
        scaling().save(asked);
        assertThat(scaling().latestDone("a")).contains(asked);
    }

    @Test
    void findsWhatWasScaledWithinATimeHoweverMuchCameLater() {
        List<ScalingEvent> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            events.add(event("d%02d".formatted(i), (i % 2 == 0) ? "a" : "b", START.plusSeconds(60L * i),
                    ScalingEvent.Outcome.SCALED));
            scaling().save(events.get(i));
        }
        scaling().save(event("other", "c", START.plusSeconds(61), ScalingEvent.Outcome.SCALED));
        TimeRange early = new TimeRange(START.plusSeconds(60), START.plusSeconds(240));
        assertThat(scaling().events(Set.of("a", "b"), early, 50)).containsExactly(events.get(3), events.get(2),
                events.get(1));
        assertThat(scaling().events(Set.of("a"), early, 50)).containsExactly(events.get(2));
        assertThat(scaling().events(Set.of("a", "b"), early, 2)).containsExactly(events.get(3), events.get(2));
        assertThat(scaling().events(Set.of(), early, 50)).isEmpty();
    }

    @Test
    void countsHowOftenInARowItWasNotDone() {
        ScalingEvent.Outcome[] outcomes = { ScalingEvent.Outcome.REJECTED, ScalingEvent.Outcome.SCALED,
                ScalingEvent.Outcome.FAILED, ScalingEvent.Outcome.ASKED, ScalingEvent.Outcome.UNKNOWN,
                ScalingEvent.Outcome.REJECTED };
        List<ScalingEvent> events = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            events.add(event("d" + i, "a", START.plusSeconds(60L * i), outcomes[i]));
            scaling().save(events.get(i));
        }
        scaling().save(event("other", "b", START.plusSeconds(290), ScalingEvent.Outcome.SCALED));
        Instant first = START.plusSeconds(120);
        assertThat(scaling().refusals(events.get(0).decision())).isEqualTo(new ScalingStreak(1, START));
        assertThat(scaling().refusals(events.get(1).decision()).times()).isZero();
        assertThat(scaling().refusals(events.get(2).decision())).isEqualTo(new ScalingStreak(1, first));
        assertThat(scaling().refusals(events.get(5).decision())).isEqualTo(new ScalingStreak(3, first));
    }

    @Test
    void forgetsOldEventsButNotTheLatestOfAnApp() {
        scaling().save(event("d1", "a", START, ScalingEvent.Outcome.SCALED));
        scaling().save(event("d2", "a", START.plusSeconds(60), ScalingEvent.Outcome.SCALED));
        scaling().save(event("d3", "b", START, ScalingEvent.Outcome.SCALED));
        told("d1", State.SENT);
        told("d3", State.QUEUED);
        assertThat(scaling().forgetBefore(START)).isZero();
        assertThat(stores().notifications().list(new PageRequest(0, 10)).items()).hasSize(2);
        assertThat(scaling().forgetBefore(START.plusSeconds(3600))).isOne();
        assertThat(stores().notifications().list(new PageRequest(0, 10)).items()).extracting(Notification::step)
            .containsExactly("d3");
        assertThat(scaling().events("", new PageRequest(0, 10)).items()).extracting((one) -> one.decision().id())
            .containsExactly("d2", "d3");
    }

    private void told(String decisionId, State state) {
        stores().notifications()
            .enqueue(new Notification("", null, null, "1", Reason.SCALED, decisionId,
                    new Notification.Delivery(state, 1, START, null, "", ""), START));
    }

    private static ScalingEvent event(String id, String app, Instant at, ScalingEvent.Outcome outcome) {
        ScalingDecision decision = new ScalingDecision(id, app, "music", ScalingDecision.Action.OUT, Resource.CPU, 91.5,
                80, 2, 3, at);
        return new ScalingEvent(decision, outcome, 202, "{\"ok\":true}", at.plusMillis(250));
    }

}
