package monitoring.dashboard.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Alarm.Progress;
import monitoring.storage.alarm.AlarmLife;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStep;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Flapping;
import monitoring.storage.alarm.Observation;
import monitoring.storage.alarm.Rule;
import monitoring.storage.metric.Series;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.AlarmPolicy.Damping;

import org.jspecify.annotations.Nullable;

/**
 * One policy run over values of the past, with the words that the batch judges by. Told
 * the values of a target in order of time; nobody is taken to have acknowledged.
 */
final class Trial {

    private final AlarmLife life = new AlarmLife(Flapping.DEFAULT);

    private final Rule rule;

    private final Mails mails;

    private final Map<String, Judged> targets = new HashMap<>();

    private final List<Outcome> outcomes = new ArrayList<>();

    /**
     * Begins a run.
     * @param policy which one
     * @param pace time between two judgements of the batch
     * @param step time between two values here; counts of windows in a row are scaled
     * where it is longer
     * @param mails counts who is told
     */
    Trial(AlarmPolicy policy, Duration pace, Duration step, Mails mails) {
        Rule exact = Rule.of(policy);
        Damping damping = new Damping(exact.damping().recovery(), scaled(exact.damping().raiseAfter(), pace, step),
                scaled(exact.damping().resolveAfter(), pace, step));
        this.rule = new Rule(exact.origin(), exact.resource(), exact.threshold(), exact.window(), exact.repeat(),
                damping);
        this.mails = mails;
    }

    /** As many judgements as take the same time; at least one. */
    static int scaled(int inRow, Duration pace, Duration step) {
        if (step.compareTo(pace) <= 0) {
            return inRow;
        }
        long seconds = pace.toSeconds() * inRow;
        return (int) Math.max(1, (seconds + step.toSeconds() - 1) / step.toSeconds());
    }

    /** Judges the window that ends with the next value of a target. */
    void judge(AlarmTarget target, Series.Point point, Instant end) {
        Judged judged = this.targets.computeIfAbsent(target.id(), (id) -> new Judged(this.rule.window()));
        Observation seen = Observation.of(this.rule, judged.mean.next(point, end), end);
        judged.ends.removeIf((at) -> at.isBefore(end.minus(Flapping.DEFAULT.window())));
        this.life.next(this.rule, judged.open, judged.ends.size(), target, seen)
            .ifPresent((step) -> take(judged, step, end));
    }

    private void take(Judged judged, AlarmStep step, Instant at) {
        Alarm alarm = step.alarm();
        switch (step.kind()) {
            case RAISED, FLAPPING -> {
                judged.outcome = new Outcome(alarm, at);
                this.outcomes.add(judged.outcome);
                judged.open = told(judged.outcome, alarm, at);
            }
            case ESCALATED, REPEATED -> judged.open = told(judged.outcome(), alarm, at);
            case RECOVERED -> {
                judged.outcome().end(at, this.mails);
                judged.ends.add(at);
                judged.open = null;
            }
            case DROPPED -> judged.open = null;
            default -> judged.open = alarm;
        }
        if (judged.open != null && judged.open.state() == AlarmState.RAISED) {
            judged.outcome().worst(judged.open);
        }
    }

    private Alarm told(Outcome outcome, Alarm alarm, Instant at) {
        outcome.tell(this.mails.receivers(alarm, at), at, this.mails);
        Progress was = alarm.progress();
        return alarm.withProgress(
                new Progress(was.startedAt(), was.raisedAt(), null, null, null, was.breaches(), was.inRow(), at));
    }

    /** The alarms it raised, in order of time. */
    List<Outcome> outcomes() {
        return this.outcomes.stream().sorted((a, b) -> a.raisedAt().compareTo(b.raisedAt())).toList();
    }

    /** Alarms raised on each day that had one, in order. */
    Map<LocalDate, Integer> days(ZoneId zone) {
        Map<LocalDate, Integer> days = new TreeMap<>();
        this.outcomes.forEach((one) -> days.merge(LocalDate.ofInstant(one.raisedAt(), zone), 1, Integer::sum));
        return days;
    }

    /** The messages that would have been sent, by receiver. */
    Mails mails() {
        return this.mails;
    }

    /** How many targets had values. */
    int seen() {
        return this.targets.size();
    }

    /** Where a target is in its alarm's life. */
    private static final class Judged {

        private final List<Instant> ends = new ArrayList<>();

        private final RollingMean mean;

        private @Nullable Alarm open;

        private @Nullable Outcome outcome;

        private Judged(Duration window) {
            this.mean = new RollingMean(window.toSeconds());
        }

        private Outcome outcome() {
            return Objects.requireNonNull(this.outcome, "outcome");
        }

    }

}
