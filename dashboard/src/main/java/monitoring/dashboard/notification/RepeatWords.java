package monitoring.dashboard.notification;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import monitoring.storage.alarm.Silence;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the viewer's language when a silence comes again. A rule that no form here
 * makes is shown as it is.
 */
@Component("repeatWords")
public class RepeatWords {

    private static final Pattern RULE = Pattern
        .compile("FREQ=(DAILY|WEEKLY|MONTHLY)(?:;BYDAY=(-1|[1-4])?([A-Z,]+))?(?:;UNTIL=(\\d{8}T\\d{6}Z))?");

    private final MessageSource messages;

    RepeatWords(MessageSource messages) {
        this.messages = messages;
    }

    /** When it comes again; empty where it does not. */
    public String of(Silence silence) {
        Matcher rule = RULE.matcher(silence.recurrence());
        if (!rule.matches() || isOther(rule)) {
            return silence.recurrence();
        }
        try {
            String words = words(rule, silence);
            return (rule.group(4) == null) ? words
                    : say("notification.repeat.until", words, last(rule.group(4), silence));
        }
        catch (DateTimeException | NoSuchElementException ex) {
            return silence.recurrence();
        }
    }

    /** Such as daily on weekdays, or monthly on each Sunday. */
    private static boolean isOther(Matcher rule) {
        return rule.group(3) != null && !rule.group(1).equals("WEEKLY")
                && (rule.group(2) == null || !rule.group(1).equals("MONTHLY"));
    }

    private String words(Matcher rule, Silence silence) {
        String days = (rule.group(3) == null) ? "" : days(rule.group(3));
        return switch (rule.group(1)) {
            case "DAILY" -> say("notification.repeat.daily");
            case "WEEKLY" -> say("notification.repeat.weekly",
                    days.isEmpty() ? days(SilenceForm.code(begin(silence).getDayOfWeek())) : days);
            default -> (rule.group(2) == null) ? say("notification.repeat.monthly", begin(silence).getDayOfMonth())
                    : say("notification.repeat.weekday." + rule.group(2), days);
        };
    }

    private static LocalDate begin(Silence silence) {
        return LocalDate.ofInstant(silence.startsAt(), silence.timeZone());
    }

    private static LocalDate last(String until, Silence silence) {
        Instant end = Instant.from(DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX").parse(until));
        return LocalDate.ofInstant(end, silence.timeZone());
    }

    private static String days(String codes) {
        Locale locale = LocaleContextHolder.getLocale();
        return Arrays.stream(codes.split(","))
            .map((code) -> SilenceForm.day(code).getDisplayName(TextStyle.SHORT, locale))
            .collect(Collectors.joining(" · "));
    }

    private String say(String key, Object... arguments) {
        Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        return this.messages.getMessage(key, texts, LocaleContextHolder.getLocale());
    }

}
