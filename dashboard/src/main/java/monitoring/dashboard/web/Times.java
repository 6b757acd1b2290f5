package monitoring.dashboard.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

/** Says times to one viewer: in their zone, never ambiguous, in their language. */
public final class Times {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final DateTimeFormatter MILLI = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final ZoneId zone;

    private final Locale locale;

    private final Clock clock;

    private final MessageSource messages;

    public Times(ZoneId zone, Locale locale, Clock clock, MessageSource messages) {
        this.zone = zone;
        this.locale = locale;
        this.clock = clock;
        this.messages = messages;
    }

    /** Date and time to the second. */
    public String at(@Nullable Instant time) {
        return format(SECOND, time);
    }

    /** Date and time to the millisecond. */
    public String exact(@Nullable Instant time) {
        return format(MILLI, time);
    }

    /** Date and time to the minute. */
    public String minute(@Nullable Instant time) {
        return format(MINUTE, time);
    }

    /** Time of day to the minute. */
    public String clock(@Nullable Instant time) {
        return format(CLOCK, time);
    }

    /** What a field for date and time takes. */
    public String input(@Nullable Instant time) {
        return format(MINUTE, time);
    }

    /** ISO 8601 in UTC, for machines and links. */
    public String iso(@Nullable Instant time) {
        return (time == null) ? "" : time.toString();
    }

    /** How long ago, in the largest unit that fits. */
    public String ago(@Nullable Instant time) {
        if (time == null) {
            return "";
        }
        Duration age = Duration.between(time, this.clock.instant());
        if (age.isNegative()) {
            return say("time.in", length(age.negated()));
        }
        return (age.toSeconds() < 5) ? say("time.now") : say("time.ago", length(age));
    }

    /** A length of time, in at most two units. */
    public String length(Duration length) {
        long seconds = length.toSeconds();
        if (seconds < 60) {
            return say("time.seconds", seconds);
        }
        if (seconds < 3600) {
            return say("time.minutes", seconds / 60);
        }
        if (seconds < 86_400) {
            long minutes = seconds % 3600 / 60;
            String hours = say("time.hours", seconds / 3600);
            return (minutes == 0) ? hours : hours + " " + say("time.minutes", minutes);
        }
        long hours = seconds % 86_400 / 3600;
        String days = say("time.days", seconds / 86_400);
        return (hours == 0) ? days : days + " " + say("time.hours", hours);
    }

    /** A usual length of time, such as {@code 1d}. */
    public String usual(String name) {
        return length(TimeChoice.length(name));
    }

    /** How long a piece of work took: to the millisecond below a second. */
    public String took(@Nullable Duration length) {
        if (length == null) {
            return "–";
        }
        if (length.toSeconds() >= 60) {
            return length(length);
        }
        return (length.toMillis() < 1000) ? length.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
    }

    /** How long something lasted; until now where it has no end. */
    public String between(Instant from, @Nullable Instant to) {
        Duration length = Duration.between(from, (to == null) ? this.clock.instant() : to);
        return length(length.isNegative() ? Duration.ZERO : length);
    }

    /** The zone as people call it, with its offset now. */
    public String zoneName() {
        String offset = this.zone.getRules().getOffset(this.clock.instant()).getId();
        return this.zone.getId() + " · UTC" + ("Z".equals(offset) ? "±00:00" : offset);
    }

    /** The id of the zone, for scripts. */
    public String zoneId() {
        return this.zone.getId();
    }

    private String format(DateTimeFormatter format, @Nullable Instant time) {
        return (time == null) ? "" : format.format(time.atZone(this.zone));
    }

    private String say(String key, Object... arguments) {
        return this.messages.getMessage(key, arguments, this.locale);
    }

    /** A number as text, as a message would look for the way to write it each time. */
    private String say(String key, long number) {
        return say(key, (Object) Long.toString(number));
    }

}
