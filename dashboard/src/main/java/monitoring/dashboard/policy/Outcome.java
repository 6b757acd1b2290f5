package monitoring.dashboard.policy;

import java.time.Instant;
import java.util.List;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

/** An alarm that a policy on trial would have raised. */
public final class Outcome {

    private final AlarmTarget target;

    private final Instant raisedAt;

    private Severity severity;

    private double peak;

    private @Nullable Instant resolvedAt;

    private List<String> told = List.of();

    private int mails;

    Outcome(Alarm raised, Instant at) {
        this.target = raised.target();
        this.raisedAt = at;
        this.severity = raised.severity();
        this.peak = raised.reading().value();
    }

    void worst(Alarm alarm) {
        this.severity = (alarm.severity().compareTo(this.severity) > 0) ? alarm.severity() : this.severity;
        this.peak = Math.max(this.peak, alarm.reading().value());
    }

    /** Tells receivers of a step; those who are told once are told of the end, too. */
    void tell(List<String> receivers, Instant at, Mails counted) {
        this.told = receivers.isEmpty() ? this.told : receivers;
        counted.tell(receivers, at);
        this.mails += receivers.size();
    }

    void end(Instant at, Mails counted) {
        this.resolvedAt = at;
        tell(this.told, at, counted);
    }

    public AlarmTarget target() {
        return this.target;
    }

    public Instant raisedAt() {
        return this.raisedAt;
    }

    /** The worst it came to. */
    public Severity severity() {
        return this.severity;
    }

    /** The highest mean while it was open. */
    public double peak() {
        return this.peak;
    }

    /** When it was over, null if it still was open at the end. */
    public @Nullable Instant resolvedAt() {
        return this.resolvedAt;
    }

    /** Messages about it. */
    public int mails() {
        return this.mails;
    }

}
