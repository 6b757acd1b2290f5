package monitoring.storage.alarm;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * A period in which nobody is told of what it matches.
 *
 * @param id empty while it is not kept
 * @param matcher what it is for
 * @param startsAt its begin, first begin of a recurring one
 * @param endsAt its end, first end of a recurring one
 * @param recurrence RRULE of RFC 5545, empty if it does not recur
 * @param timeZone in which its days begin
 * @param reason in words
 * @param user who made it
 */
public record Silence(String id, Matcher matcher, Instant startsAt, Instant endsAt, String recurrence, ZoneId timeZone,
        String reason, String user) {

    public Silence {
        requireNonNull(id, "id");
        requireNonNull(matcher, "matcher");
        requireNonNull(recurrence, "recurrence");
        requireNonNull(timeZone, "timeZone");
        requireNonNull(reason, "reason");
        requireNonNull(user, "user");
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException(
                    "silence: " + startsAt + " to " + endsAt + " (expected: begin before end)");
        }
    }

    /** A silence in UTC. */
    public Silence(String id, Matcher matcher, Instant startsAt, Instant endsAt, String recurrence, String reason,
            String user) {
        this(id, matcher, startsAt, endsAt, recurrence, ZoneOffset.UTC, reason, user);
    }

    /**
     * What a silence is for; null or empty matches all.
     *
     * @param origin kind of target
     * @param resource resource
     * @param deployment exact deployment
     * @param zone exact zone
     * @param target exact id of a target, or GUID of an app for all its instances
     */
    public record Matcher(@Nullable Origin origin, @Nullable Resource resource, String deployment, String zone,
            String target) {

        public Matcher {
            requireNonNull(deployment, "deployment");
            requireNonNull(zone, "zone");
            requireNonNull(target, "target");
        }

        /** Whether it matches whatever happens to an app. */
        public boolean matchesApp(String appGuid, String owner) {
            return (this.origin == null || this.origin == Origin.APP) && this.resource == null && this.zone.isEmpty()
                    && (this.deployment.isEmpty() || this.deployment.equals(owner))
                    && (this.target.isEmpty() || this.target.equals(appGuid));
        }

        /** Whether it matches an alarm. */
        public boolean matches(Alarm alarm) {
            AlarmTarget of = alarm.target();
            return (this.origin == null || this.origin == of.origin())
                    && (this.resource == null || this.resource == alarm.resource())
                    && (this.deployment.isEmpty() || this.deployment.equals(of.deployment()))
                    && (this.zone.isEmpty() || this.zone.equals(of.zone()))
                    && (this.target.isEmpty() || this.target.equals(of.id()) || this.target.equals(of.appGuid()));
        }

    }

}
