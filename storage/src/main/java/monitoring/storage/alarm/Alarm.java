package monitoring.storage.alarm;

import java.time.Instant;

import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * One breach of one resource of one target. At most one is open for a target and a
 * resource.
 *
 * @param id of its row in {@code alarms}; empty while it is not kept
 * @param target of what
 * @param resource of which resource
 * @param severity how bad it is now
 * @param state where in its life it is
 * @param reading the value it was last judged by
 * @param progress how often and since when
 * @param incidentId the incident it belongs to, null while PENDING
 */
public record Alarm(String id, AlarmTarget target, Resource resource, Severity severity, AlarmState state,
        Reading reading, Progress progress, @Nullable String incidentId) {

    public Alarm {
        requireNonNull(id, "id");
        requireNonNull(target, "target");
        requireNonNull(resource, "resource");
        requireNonNull(severity, "severity");
        requireNonNull(state, "state");
        requireNonNull(reading, "reading");
        requireNonNull(progress, "progress");
    }

    /** The same alarm in another state. */
    public Alarm withState(AlarmState state) {
        return new Alarm(this.id, this.target, this.resource, this.severity, state, this.reading, this.progress,
                this.incidentId);
    }

    /** The same alarm with another severity. */
    public Alarm withSeverity(Severity severity) {
        return new Alarm(this.id, this.target, this.resource, severity, this.state, this.reading, this.progress,
                this.incidentId);
    }

    /** The same alarm with another reading. */
    public Alarm withReading(Reading reading) {
        return new Alarm(this.id, this.target, this.resource, this.severity, this.state, reading, this.progress,
                this.incidentId);
    }

    /** The same alarm at another point of its life. */
    public Alarm withProgress(Progress progress) {
        return new Alarm(this.id, this.target, this.resource, this.severity, this.state, this.reading, progress,
                this.incidentId);
    }

    /** The same alarm within an incident. */
    public Alarm inIncident(String incidentId) {
        return new Alarm(this.id, this.target, this.resource, this.severity, this.state, this.reading, this.progress,
                incidentId);
    }

    /**
     * The value an alarm was judged by.
     *
     * @param value in the resource's unit; 0 where there is none (HEARTBEAT)
     * @param threshold the limit that it breached
     * @param at end of the window
     */
    public record Reading(double value, double threshold, Instant at) {

        public Reading {
            requireNonNull(at, "at");
        }

    }

    /**
     * How often and since when.
     *
     * @param startedAt first breach
     * @param raisedAt when it was raised, null while PENDING
     * @param acknowledgedAt when somebody took it, null if nobody did
     * @param resolvedAt when it was over, null while it is open
     * @param resolvedBy who resolved it, null while it is open; {@code system} for the
     * batch
     * @param breaches windows that breached, PaaS-TA's {@code alarm_cnt}
     * @param inRow windows in a row that pointed the other way (towards being raised
     * while PENDING, towards being resolved while open)
     * @param notifiedAt when it was last told, PaaS-TA's {@code alarm_send_date}
     */
    public record Progress(Instant startedAt, @Nullable Instant raisedAt, @Nullable Instant acknowledgedAt,
            @Nullable Instant resolvedAt, @Nullable String resolvedBy, int breaches, int inRow,
            @Nullable Instant notifiedAt) {

        public Progress {
            requireNonNull(startedAt, "startedAt");
            if (breaches < 0 || inRow < 0) {
                throw new IllegalArgumentException(
                        "breaches and inRow: " + breaches + " and " + inRow + " (expected: >= 0)");
            }
        }

        /** Where each alarm begins. */
        public static Progress startedAt(Instant time) {
            return new Progress(time, null, null, null, null, 1, 1, null);
        }

        /** Since when people know of it: when it was raised, or began while PENDING. */
        public Instant since() {
            return (this.raisedAt == null) ? this.startedAt : this.raisedAt;
        }

    }

}
