package monitoring.dashboard.incident;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import monitoring.storage.alarm.IncidentQuery;
import monitoring.storage.alarm.IncidentTitle;
import monitoring.storage.metric.Resource;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the viewer's language what an incident is called, and finds it by these words.
 * What a person called it is shown as it is.
 */
@Component("incidentTitles")
public class IncidentTitles {

    private final MessageSource messages;

    IncidentTitles(MessageSource messages) {
        this.messages = messages;
    }

    /** A title that is kept, in words. */
    public String of(String kept) {
        return of(kept, LocaleContextHolder.getLocale());
    }

    String of(String kept, Locale locale) {
        return IncidentTitle.read(kept).map((title) -> words(title, locale)).orElse(kept);
    }

    private String words(IncidentTitle title, Locale locale) {
        String key = (title.more() == 0) ? "incident.title.of" : "incident.title.more";
        return this.messages.getMessage(key,
                new Object[] { title.target(), word(title.resource(), locale), String.valueOf(title.more()) }, locale);
    }

    /** Within a sentence; what is written in capitals, such as CPU, stays so. */
    private String word(Resource resource, Locale locale) {
        String word = this.messages.getMessage("alarm.resource." + resource.name(), null, locale);
        boolean capitals = word.length() < 2 || Character.isUpperCase(word.charAt(1));
        return capitals ? word : word.substring(0, 1).toLowerCase(locale) + word.substring(1);
    }

    /** A query that finds titles by the words that the viewer sees, too. */
    IncidentQuery searched(IncidentQuery query) {
        return query.orTitled(spellings(query.text().strip(), LocaleContextHolder.getLocale()));
    }

    /** How titles may be kept that are shown with a text in them. */
    Set<String> spellings(String text, Locale locale) {
        Set<String> spellings = new LinkedHashSet<>();
        if (text.isEmpty()) {
            return spellings;
        }
        int colon = text.lastIndexOf(": ");
        String target = (colon < 0) ? "" : text.substring(0, colon);
        String rest = text.substring((colon < 0) ? 0 : colon + 2).toLowerCase(locale);
        for (Resource resource : Resource.values()) {
            String word = word(resource, locale).toLowerCase(locale);
            if (colon < 0 && word.contains(rest)) {
                spellings.add(" " + resource.name());
            }
            else if (colon >= 0 && (word.startsWith(rest) || rest.startsWith(word))) {
                spellings.add(target + " " + resource.name());
            }
        }
        return spellings;
    }

}
