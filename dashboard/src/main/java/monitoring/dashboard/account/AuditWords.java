package monitoring.dashboard.account;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import monitoring.dashboard.web.Times;
import monitoring.dashboard.web.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the viewer's language what the audit kept of a change. */
@Component("auditWords")
class AuditWords {

    private static final String LABEL = "account.audit.detail.";

    /** Where the words of a value stand, by its name. */
    private static final Map<String, String> FAMILIES = Map.of("role", "account.role.", "scope", "account.scope.",
            "channel", "notification.channel.", "origin", "alarm.origin.", "minimum", "alarm.severity.", "resource",
            "alarm.resource.", "state", "notification.state.", "uaa", LABEL + "uaa.", "way", LABEL + "way.", "language",
            LABEL + "language.");

    private final MessageSource messages;

    private final Clock clock;

    AuditWords(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** In words; null where it was kept in other words. */
    public @Nullable String of(String detail) {
        return of(detail, LocaleContextHolder.getLocale(), Viewer.currentZone());
    }

    @Nullable String of(String detail, Locale locale, ZoneId zone) {
        AuditDetail read = AuditDetail.read(detail);
        List<String> words = new ArrayList<>();
        for (String name : read.names()) {
            String label = this.messages.getMessage(LABEL + name, null, "", locale);
            if (label == null || label.isEmpty()) {
                return null;
            }
            String value = value(name, read.value(name), locale, zone);
            words.add((read.was(name) == null) ? label + ": " + value
                    : Objects.requireNonNull(this.messages.getMessage(LABEL + "changed",
                            new Object[] { label, value, value(name, read.was(name), locale, zone) }, locale)));
        }
        return words.isEmpty() ? null : String.join(" · ", words);
    }

    private String value(String name, @Nullable String value, Locale locale, ZoneId zone) {
        if (value == null) {
            return "–";
        }
        if (FAMILIES.containsKey(name)) {
            return String.valueOf(this.messages.getMessage(FAMILIES.get(name) + value, null, value, locale));
        }
        if (value.equals("true") || value.equals("false")) {
            return String.valueOf(this.messages.getMessage(LABEL + "is." + value, null, value, locale));
        }
        return time(value, new Times(zone, locale, this.clock, this.messages));
    }

    private static String time(String value, Times times) {
        try {
            if (value.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z")) {
                return times.at(Instant.parse(value));
            }
            return value.matches("PT[\\d.HMS]+") ? times.length(Duration.parse(value)) : value;
        }
        catch (DateTimeException ex) {
            return value;
        }
    }

}
