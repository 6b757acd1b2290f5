package monitoring.batch.report;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The weekly report.
 *
 * @param to mail addresses of those who want it; none: there is no report
 * @param language ko or en
 * @param zone in which weeks begin and times are read
 * @param day on which it is sent; it is about the seven days before
 * @param at the time of that day
 */
@ConfigurationProperties("batch.report")
public record ReportProperties(@DefaultValue( {
    }) List<String> to, @DefaultValue("ko") String language, @DefaultValue("Asia/Seoul") ZoneId zone,
        @DefaultValue("MONDAY") DayOfWeek day, @DefaultValue("08:00") LocalTime at){

    public ReportProperties {
        to = List.copyOf(to);
        for (String address : to) {
            if (!address.matches("[^\\s@]+@[^\\s@]+")) {
                throw new IllegalArgumentException("batch.report.to: " + address + " (expected: a mail address)");
            }
        }
        if (!language.equals("ko") && !language.equals("en")) {
            throw new IllegalArgumentException("batch.report.language: " + language + " (expected: ko or en)");
        }
    }

    Locale locale() {
        return Locale.forLanguageTag(this.language);
    }

}
