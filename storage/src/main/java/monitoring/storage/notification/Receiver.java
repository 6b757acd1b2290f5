package monitoring.storage.notification;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.metric.Origin;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * Whom to tell.
 *
 * @param id empty while it is not kept
 * @param name what people call it
 * @param channel how it is reached
 * @param address mail address, chat id or URL, as the channel needs it
 * @param secret token or signing key of the channel, empty if it needs none; never shown
 * @param scope of what it wants to know
 * @param style how it is spoken to
 * @param enabled whether it is told at all
 */
public record Receiver(String id, String name, Channel channel, String address, String secret, Scope scope, Style style,
        boolean enabled) {

    public Receiver {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(channel, "channel");
        requireNonNull(secret, "secret");
        requireNonNull(scope, "scope");
        requireNonNull(style, "style");
        if (address.isBlank()) {
            throw new IllegalArgumentException("address of receiver " + name + ": blank (expected: where to send to)");
        }
    }

    @Override
    public String toString() {
        return this.channel + " " + this.name; // the record's own would print the secret
    }

    /** How a receiver is reached. */
    public enum Channel {

        MAIL, TELEGRAM, CHAT_WEBHOOK, WEBHOOK

    }

    /**
     * Of what a receiver wants to know.
     *
     * @param origin kind of target, null for any
     * @param deployment exact deployment, or organization / space; empty for any
     * @param appGuid exact app, empty for any
     * @param minimum only as bad as this, or worse
     * @param level 0 for those who are told at once, 1 for those who are told when nobody
     * acknowledged in time, and so on
     * @param after how long it waits for an acknowledgement, in whole minutes; zero for
     * as long as the platform usually waits, once for each level
     * @param scaling whether it also wants to know when its apps are scaled
     */
    public record Scope(@Nullable Origin origin, String deployment, String appGuid, Severity minimum, int level,
            Duration after, boolean scaling) {

        public Scope {
            requireNonNull(deployment, "deployment");
            requireNonNull(appGuid, "appGuid");
            requireNonNull(minimum, "minimum");
            if (level < 0) {
                throw new IllegalArgumentException("level: " + level + " (expected: >= 0)");
            }
            if (after.isNegative()) {
                throw new IllegalArgumentException("after: " + after + " (expected: >= 0)");
            }
        }

        /** Of alarms only, with the platform's usual wait. */
        public Scope(@Nullable Origin origin, String deployment, String appGuid, Severity minimum, int level) {
            this(origin, deployment, appGuid, minimum, level, Duration.ZERO, false);
        }

        /**
         * How long it waits for an acknowledgement.
         * @param usual of each level
         */
        public Duration waits(Duration usual) {
            if (this.level == 0) {
                return Duration.ZERO;
            }
            return this.after.isZero() ? usual.multipliedBy(this.level) : this.after;
        }

        /** The same, and scaling too. */
        public Scope withScaling() {
            return new Scope(this.origin, this.deployment, this.appGuid, this.minimum, this.level, this.after, true);
        }

        /**
         * Whether it wants to know that an app was scaled.
         * @param appGuid the app
         * @param owner its organization / space
         */
        public boolean coversScaling(String appGuid, String owner) {
            return this.scaling && (this.deployment.isEmpty() || this.deployment.equals(owner))
                    && (this.appGuid.isEmpty() || this.appGuid.equals(appGuid));
        }

        /** Whether an alarm is of what it wants to know, however bad it is. */
        public boolean covers(Alarm alarm) {
            return (this.origin == null || this.origin == alarm.target().origin())
                    && (this.deployment.isEmpty() || this.deployment.equals(alarm.target().deployment()))
                    && (this.appGuid.isEmpty() || this.appGuid.equals(alarm.target().appGuid()));
        }

        /** Everything of an origin, at once. */
        public static Scope of(Origin origin) {
            return new Scope(origin, "", "", Severity.WARNING, 0);
        }

    }

    /**
     * How a receiver is spoken to.
     *
     * @param language Korean or English
     * @param zone in which it reads times
     * @param hourlyLimit messages an hour at most, the rest is summed up; 0 for no limit
     */
    public record Style(Locale language, ZoneId zone, int hourlyLimit) {

        /** Korean, Seoul, 60 an hour. */
        public static final Style DEFAULT = new Style(Locale.KOREAN, ZoneId.of("Asia/Seoul"), 60);

        public Style {
            requireNonNull(language, "language");
            requireNonNull(zone, "zone");
            if (hourlyLimit < 0) {
                throw new IllegalArgumentException("hourlyLimit: " + hourlyLimit + " (expected: >= 0)");
            }
        }

    }

}
