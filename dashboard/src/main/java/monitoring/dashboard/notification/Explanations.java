package monitoring.dashboard.notification;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.dashboard.web.Viewer;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the viewer's language what the batch kept as the reason of a notification.
 * Words of a mail server, and what it does not know, are shown as they are, their times
 * in the viewer's zone.
 */
@Component("explanations")
public class Explanations {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");

    private static final List<Known> KNOWN = List.of(known("off", "receiver is switched off"),
            known("below", "(WARNING|CRITICAL|FAIL) is below (WARNING|CRITICAL|FAIL)"),
            known("silenced", "silenced by (.+?) until (\\S+): (.*)"),
            known("inhibited", "inhibited by alarm (\\d+), which explains it"),
            known("nobody", "no receiver for (BOSH|VM|CONTAINER|APP)"),
            known("taken", "(PENDING|RAISED|ACKNOWLEDGED|RESOLVED) before it was due; .*"),
            known("waits", "waits for an acknowledgement"), known("group", "waits for its group until (\\S+)"),
            known("gone", "receiver is gone or switched off"), known("alarmGone", "its alarm is gone"),
            known("nobodyScaling", "no receiver for scaling"), known("scalingGone", "its scaling event is gone"),
            known("unreachable", "is the one that cannot be told"), known("noOther", "no other receiver"),
            known("did", "(.+) did it"), known("link", "by the link of a mail"),
            known("policy",
                    "(\\w+) (\\w+) (\\S*): warning ([\\d.]+), critical ([\\d.]+), window (P\\S+), repeat (P\\S+)"),
            known("limited", "rate-limited: (\\d+) messages an hour"), known("explained", "explained by alarm (\\d+)"),
            known("again", "a message was taken again"), known("flapping", "(\\d+) times within (PT\\S+)"),
            known("left", "no longer part of the foundation"), known("noPolicy", "no policy for it any more"),
            known("pushed", "app was pushed or changed"), known("deed", "(\\w+) (deployment|instance) (\\S*)"),
            known("deedFailed", "(\\w+) (deployment|instance) (\\S*): (.+)"),
            known("moved", "(\\d+) alarms into incident (\\d+)"), known("length", "(\\d+) characters"),
            known("tokens", "(\\d+) tokens"), known("sessions", "(\\d+) sessions"), known("was", "was: (.*)"),
            known("failing", "director: a process is failing"), known("agent", "director: unresponsive agent"),
            known("instance", "cloud controller: (CRASHED|DOWN)"), known("silent", "nobody reports there"),
            known("noLog", "no log has arrived since (\\S+)"),
            known("missing", "(.+) does not run: its agent does not tell of it"),
            known("dryRun", "batch\\.scale\\.dry-run"),
            known("late", "not asked: decided at (\\S+), longer ago than (PT\\S+)"),
            known("uncounted", "not asked: how many instances there are was last told at (\\S+), "
                    + "not since the app was scaled at (\\S+) \\(does the inventory job fail\\?\\)"));

    /** What the director says of a deployment. */
    private static final Set<String> DEEDS = Set.of("create", "update", "delete", "start", "stop", "restart",
            "recreate", "deployment", "instance");

    /** A length of time, as ISO 8601 writes it. */
    private static final Pattern LENGTH = Pattern.compile("\\bPT(?:\\d+[HMS])+\\b");

    private final MessageSource messages;

    Explanations(MessageSource messages) {
        this.messages = messages;
    }

    /** A reason in words; empty where there is none. */
    public String of(String detail) {
        return of(detail, LocaleContextHolder.getLocale(), Viewer.currentZone());
    }

    String of(String detail, Locale locale, ZoneId zone) {
        for (Known one : KNOWN) {
            Matcher matcher = one.pattern().matcher(detail);
            if (matcher.matches()) {
                Object[] arguments = new Object[matcher.groupCount()];
                for (int group = 0; group < arguments.length; group++) {
                    arguments[group] = word(matcher.group(group + 1), locale, zone);
                }
                return this.messages.getMessage("notification.why." + one.key(), arguments, locale);
            }
        }
        String zoned = INSTANT.matcher(detail).replaceAll((found) -> inZone(found.group(), zone));
        return LENGTH.matcher(zoned).replaceAll((found) -> Matcher.quoteReplacement(length(found.group(), locale)));
    }

    private static String inZone(String text, ZoneId zone) {
        try {
            return SECOND.format(Instant.parse(text).atZone(zone));
        }
        catch (DateTimeException ex) {
            return text;
        }
    }

    private String word(String text, Locale locale, ZoneId zone) {
        for (String family : List.of("alarm.severity.", "alarm.state.", "alarm.origin.", "alarm.resource.")) {
            if (text.matches("[A-Z_]+")) {
                String word = this.messages.getMessage(family + text, null, "", locale);
                if (word != null && !word.isEmpty()) {
                    return word;
                }
            }
        }
        if (LENGTH.matcher(text).matches()) {
            return length(text, locale);
        }
        if (DEEDS.contains(text)) {
            return this.messages.getMessage("notification.why.deed." + text, null, locale);
        }
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z") ? MINUTE.format(Instant.parse(text).atZone(zone)) : text;
        }
        catch (DateTimeException ex) {
            return text;
        }
    }

    private String length(String text, Locale locale) {
        long seconds = Duration.parse(text).toSeconds();
        String unit = (seconds % 3600 == 0) ? "hours" : ((seconds % 60 == 0) ? "minutes" : "seconds");
        long count = switch (unit) {
            case "hours" -> seconds / 3600;
            case "minutes" -> seconds / 60;
            default -> seconds;
        };
        return this.messages.getMessage("time." + unit, new Object[] { count }, locale);
    }

    private static Known known(String key, String pattern) {
        return new Known(key, Pattern.compile(pattern, Pattern.DOTALL));
    }

    /**
     * A form of words of the batch.
     *
     * @param key of its text
     * @param pattern that recognizes it
     */
    private record Known(String key, Pattern pattern) {
    }

}
