package monitoring.dashboard.notification;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.alarm.Silence;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A silence as it is made; null or empty matches all.
 *
 * @param origin kind of target
 * @param resource resource
 * @param deployment exact deployment
 * @param zone exact availability zone
 * @param target exact id of a target, or GUID of an app
 * @param starts its begin, in the viewer's zone
 * @param ends its end, in the viewer's zone
 * @param repeat empty, DAILY, WEEKLY, MONTHLY (on the same date) or MONTHLY_WEEKDAY
 * @param days of a weekly one, such as MONDAY; empty for the day of its begin
 * @param last day on which it begins for the last time, empty for no end
 * @param reason in words
 */
public record SilenceForm(@Nullable Origin origin, @Nullable Resource resource, @Nullable String deployment,
        @Nullable String zone, @Nullable String target, @Nullable String starts, @Nullable String ends,
        @Nullable String repeat, @Nullable Set<DayOfWeek> days, @Nullable String last, @Nullable String reason) {

    /** Of names and ids, in characters. */
    private static final int LONGEST = 100;

    /**
     * With times where it says none, and checked for what people cannot have chosen: so
     * that a link can fill it in.
     */
    SilenceForm filledIn(String from, String to) {
        return new SilenceForm(this.origin, this.resource, named("deployment", this.deployment),
                named("zone", this.zone), named("target", this.target),
                text(this.starts).isEmpty() ? from : this.starts, text(this.ends).isEmpty() ? to : this.ends,
                this.repeat, this.days, this.last, this.reason);
    }

    Silence read(String user, ZoneId in) {
        String why = text(this.reason);
        if (why.isEmpty() || why.length() > 500) {
            throw new InvalidInputException("reason", why.isEmpty() ? "blank" : why.length() + " characters",
                    "why, in at most 500 characters", "web.problem.words");
        }
        return read(user, why, in);
    }

    /** What it would be, before anybody said why. */
    Silence preview(ZoneId in) {
        return read("", "", in);
    }

    private Silence read(String user, String why, ZoneId in) {
        Instant from = TimeChoice.instant("starts", text(this.starts), in);
        Instant to = TimeChoice.instant("ends", text(this.ends), in);
        if (!from.isBefore(to)) {
            throw new InvalidInputException("ends", text(this.ends), "a time after " + text(this.starts),
                    "notification.silence.problem.ends");
        }
        Duration length = Duration.between(from, to);
        ZonedDateTime begin = firstBegin(from.atZone(in));
        String rule = rule(begin, length);
        String end = (rule.isEmpty() || text(this.last).isEmpty()) ? "" : ";UNTIL=" + inUtc(until(begin));
        return new Silence("",
                new Silence.Matcher(this.origin, this.resource, named("deployment", this.deployment),
                        named("zone", this.zone), named("target", this.target)),
                begin.toInstant(), begin.toInstant().plus(length), rule + end, in, why, user);
    }

    /** The first day from a begin on that is one of the chosen days of the week. */
    private ZonedDateTime firstBegin(ZonedDateTime begin) {
        ZonedDateTime first = begin;
        while ("WEEKLY".equals(text(this.repeat)) && !chosen().isEmpty() && !chosen().contains(first.getDayOfWeek())) {
            first = first.plusDays(1);
        }
        return first;
    }

    private String rule(ZonedDateTime begin, Duration length) {
        return switch (text(this.repeat)) {
            case "" -> "";
            case "DAILY" -> shorter(length, 1, "FREQ=DAILY");
            case "WEEKLY" -> shorter(length, 7, "FREQ=WEEKLY" + (chosen().isEmpty() ? ""
                    : ";BYDAY=" + chosen().stream().map(SilenceForm::code).collect(Collectors.joining(","))));
            case "MONTHLY" -> shorter(length, 28, "FREQ=MONTHLY");
            case "MONTHLY_WEEKDAY" -> {
                int ordinal = (begin.getDayOfMonth() - 1) / 7 + 1;
                yield shorter(length, 28,
                        "FREQ=MONTHLY;BYDAY=" + ((ordinal > 4) ? -1 : ordinal) + code(begin.getDayOfWeek()));
            }
            default -> throw new InvalidInputException("repeat", text(this.repeat),
                    "DAILY, WEEKLY, MONTHLY, MONTHLY_WEEKDAY or nothing");
        };
    }

    private String shorter(Duration length, int days, String rule) {
        if (length.compareTo(Duration.ofDays(days)) > 0) {
            throw new InvalidInputException("ends", text(this.ends),
                    "an end before it comes again, at most " + days + " days after its begin",
                    "notification.silence.problem.longer");
        }
        return rule;
    }

    private Instant until(ZonedDateTime begin) {
        try {
            LocalDate day = LocalDate.parse(text(this.last));
            if (!day.isBefore(begin.toLocalDate())) {
                return day.plusDays(1).atStartOfDay(begin.getZone()).toInstant().minusSeconds(1);
            }
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException("last", text(this.last), "a day such as 2026-11-21",
                    "notification.silence.problem.last");
        }
        throw new InvalidInputException("last", text(this.last), "a day not before " + begin.toLocalDate(),
                "notification.silence.problem.last");
    }

    private static String inUtc(Instant time) {
        return DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC).format(time);
    }

    private Set<DayOfWeek> chosen() {
        return (this.days == null || this.days.isEmpty()) ? Set.of() : EnumSet.copyOf(this.days);
    }

    /** As RFC 5545 writes a day of the week. */
    static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    /** The day of the week that RFC 5545 writes so. */
    static DayOfWeek day(String code) {
        return List.of(DayOfWeek.values()).stream().filter((one) -> code.equals(code(one))).findFirst().orElseThrow();
    }

    private static String named(String field, @Nullable String value) {
        String name = text(value);
        if (name.length() > LONGEST) {
            throw new InvalidInputException(field, name.length() + " characters", "at most " + LONGEST,
                    "notification.silence.problem.name");
        }
        return name;
    }

    private static String text(@Nullable String value) {
        return (value == null) ? "" : value.strip();
    }

}
