package monitoring.storage.alarm;

import java.time.Instant;
import java.util.Optional;

import monitoring.storage.alarm.AlarmStep.Kind;
import monitoring.storage.alarm.Observation.Verdict;
import monitoring.storage.alarm.Alarm.Progress;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

/**
 * The rules of an alarm's life. A pure function of rule, open alarm and observation; time
 * enters only through the observation.
 */
public final class AlarmLife {

    private final Flapping flapping;

    public AlarmLife(Flapping flapping) {
        this.flapping = flapping;
    }

    /**
     * The next step of one target's alarm.
     * @param rule that judges
     * @param open its open alarm, if there is one
     * @param recent how many alarms of the same target and resource ended within the flap
     * window
     * @param target of what
     * @param seen what was seen
     * @return the step, or empty if there is nothing to keep
     */
    public Optional<AlarmStep> next(Rule rule, @Nullable Alarm open, int recent, AlarmTarget target, Observation seen) {
        if (open == null) {
            return (seen.verdict() == Verdict.BREACH) ? Optional.of(begin(rule, recent, target, seen))
                    : Optional.empty();
        }
        return Optional.of((open.state() == AlarmState.PENDING) ? pending(rule, open, recent, seen)
                : raised(rule, open, recent, seen));
    }

    /** Ends an alarm for another reason than a value. */
    public static AlarmStep end(Alarm alarm, Instant now, String why) {
        if (alarm.state() == AlarmState.PENDING) {
            return new AlarmStep(Kind.DROPPED, alarm.state(), alarm, why);
        }
        return new AlarmStep(Kind.ENDED, alarm.state(), resolved(alarm, now), why);
    }

    private AlarmStep begin(Rule rule, int recent, AlarmTarget target, Observation seen) {
        Severity severity = severityOf(seen);
        Alarm alarm = new Alarm("", target, rule.resource(), severity, AlarmState.PENDING, seen.reading(rule, severity),
                Progress.startedAt(seen.at()), null);
        if (rule.damping().raiseAfter() <= 1) {
            return raise(alarm, null, recent, seen);
        }
        return new AlarmStep(Kind.PENDING, null, alarm, seen.detail());
    }

    private AlarmStep pending(Rule rule, Alarm open, int recent, Observation seen) {
        if (seen.verdict() != Verdict.BREACH) {
            return new AlarmStep(Kind.DROPPED, open.state(), open, "the breach did not last");
        }
        Severity severity = severityOf(seen);
        Progress progress = open.progress();
        int inRow = progress.inRow() + 1;
        Alarm alarm = open.withSeverity(severity)
            .withReading(seen.reading(rule, severity))
            .withProgress(counted(progress, progress.breaches() + 1, inRow));
        return (inRow >= rule.damping().raiseAfter()) ? raise(alarm, open.state(), recent, seen)
                : new AlarmStep(Kind.SEEN, open.state(), alarm, "");
    }

    private AlarmStep raise(Alarm alarm, @Nullable AlarmState from, int recent, Observation seen) {
        Progress progress = alarm.progress();
        Progress raised = new Progress(progress.startedAt(), seen.at(), null, null, null, progress.breaches(), 0, null);
        Kind kind = isFlapping(recent) ? Kind.FLAPPING : Kind.RAISED;
        String detail = isFlapping(recent) ? (recent + 1) + " times within " + this.flapping.window() : seen.detail();
        return new AlarmStep(kind, from, alarm.withState(AlarmState.RAISED).withProgress(raised), detail);
    }

    private AlarmStep raised(Rule rule, Alarm open, int recent, Observation seen) {
        return switch (seen.verdict()) {
            case BREACH -> stillBreached(rule, open, seen);
            case BETWEEN -> new AlarmStep(Kind.SEEN, open.state(), open.withReading(seen.reading(rule, open.severity()))
                .withProgress(counted(open.progress(), open.progress().breaches(), 0)), "");
            case WELL -> well(rule, open, recent, seen);
        };
    }

    private static AlarmStep stillBreached(Rule rule, Alarm open, Observation seen) {
        Severity now = severityOf(seen);
        boolean better = now.compareTo(open.severity()) < 0 && isOver(rule, open.severity(), seen);
        Severity severity = (now.compareTo(open.severity()) > 0 || better) ? now : open.severity();
        Progress progress = open.progress();
        Alarm alarm = open.withSeverity(severity)
            .withReading(seen.reading(rule, severity))
            .withProgress(counted(progress, progress.breaches() + 1, 0));
        Kind kind = Kind.SEEN;
        if (severity.compareTo(open.severity()) > 0) {
            kind = Kind.ESCALATED;
        }
        else if (better) {
            kind = Kind.DEESCALATED;
        }
        else if (isToBeRepeated(rule, open, seen.at())) {
            kind = Kind.REPEATED;
        }
        return new AlarmStep(kind, open.state(), alarm, seen.detail());
    }

    private static boolean isOver(Rule rule, Severity severity, Observation seen) {
        return rule.threshold() == null || rule.isWell(seen.value(), severity);
    }

    private static boolean isToBeRepeated(Rule rule, Alarm open, Instant now) {
        Instant told = open.progress().notifiedAt();
        return open.state() == AlarmState.RAISED && told != null && !now.isBefore(told.plus(rule.repeat()));
    }

    private AlarmStep well(Rule rule, Alarm open, int recent, Observation seen) {
        int inRow = open.progress().inRow() + 1;
        int needed = rule.damping().resolveAfter() * (isFlapping(recent) ? this.flapping.factor() : 1);
        Alarm alarm = open.withReading(seen.reading(rule, open.severity()))
            .withProgress(counted(open.progress(), open.progress().breaches(), inRow));
        return (inRow >= needed) ? new AlarmStep(Kind.RECOVERED, open.state(), resolved(alarm, seen.at()), "")
                : new AlarmStep(Kind.SEEN, open.state(), alarm, "");
    }

    private boolean isFlapping(int recent) {
        return recent >= this.flapping.limit();
    }

    private static Severity severityOf(Observation seen) {
        Severity severity = seen.severity();
        return (severity != null) ? severity : Severity.WARNING;
    }

    private static Alarm resolved(Alarm alarm, Instant now) {
        Progress progress = alarm.progress();
        return alarm.withState(AlarmState.RESOLVED)
            .withProgress(new Progress(progress.startedAt(), progress.raisedAt(), progress.acknowledgedAt(), now,
                    AlarmEvent.SYSTEM, progress.breaches(), progress.inRow(), progress.notifiedAt()));
    }

    private static Progress counted(Progress progress, int breaches, int inRow) {
        return new Progress(progress.startedAt(), progress.raisedAt(), progress.acknowledgedAt(), progress.resolvedAt(),
                progress.resolvedBy(), breaches, inRow, progress.notifiedAt());
    }

}
