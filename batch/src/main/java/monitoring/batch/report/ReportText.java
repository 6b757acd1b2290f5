package monitoring.batch.report;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import monitoring.batch.report.ReportPost.Letter;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes the figures of a week as a mail, in Korean or English. */
final class ReportText {

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    ReportText() {
        this.messages.setBasenames("mail/report", "mail/messages");
        this.messages.setDefaultEncoding("UTF-8");
        this.messages.setFallbackToSystemLocale(false);
        this.templates.setTemplateEngineMessageSource(this.messages);
        this.templates.addTemplateResolver(resolver(TemplateMode.HTML, ".html"));
        this.templates.addTemplateResolver(resolver(TemplateMode.TEXT, ".txt"));
    }

    Letter write(WeekFigures week, ReportProperties properties) {
        Locale language = properties.locale();
        LocalDate from = LocalDate.ofInstant(week.week().from(), properties.zone());
        String subject = word("report.subject", language, from, from.plusDays(6));
        Context context = new Context(language);
        context.setVariable("subject", subject);
        context.setVariable("figures",
                List.of(figure("report.availability", language, percent(week.availability()),
                        word("report.downtime", language, length(week.downtime(), language), week.machines())),
                        figure("report.incidents", language, String.valueOf(week.incidents()),
                                word("report.before", language, week.before())),
                        figure("report.acknowledge", language, length(week.response().meanToAcknowledge(), language),
                                word("report.of", language, week.response().acknowledged(), week.response().raised())),
                        figure("report.resolve", language, length(week.response().meanToResolve(), language),
                                word("report.of", language, week.response().resolved(), week.response().raised()))));
        context.setVariable("policies",
                week.policies()
                    .stream()
                    .map((policy) -> new Line(word("origin." + policy.origin(), language) + " · "
                            + word("resource." + policy.resource(), language), policy.count()))
                    .toList());
        context.setVariable("targets", week.targets()
            .stream()
            .map((target) -> new Line(target.target().name() + " · " + word("resource." + target.resource(), language),
                    target.count()))
            .toList());
        return new Letter(subject, this.templates.process("mail/report.txt", context),
                this.templates.process("mail/report.html", context));
    }

    private Figure figure(String key, Locale language, String value, String hint) {
        return new Figure(word(key, language), value, hint);
    }

    private String word(String key, Locale language, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = String.valueOf(arguments[i]);
        }
        return this.messages.getMessage(key, words, language);
    }

    /**
     * Three decimals, as a week of one VM among hundreds is little; never rounded up to
     * 100.
     */
    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", Math.floor(value * 1000) / 1000);
    }

    private String length(@Nullable Duration length, Locale language) {
        if (length == null) {
            return "–";
        }
        if (length.toMinutes() < 1) {
            return word("report.seconds", language, length.toSeconds());
        }
        return (length.toHours() < 1) ? word("report.minutes", language, length.toMinutes())
                : word("report.hours", language, length.toHours(), length.toMinutesPart());
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String ending) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(ReportText.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setResolvablePatterns(Set.of("*" + ending));
        return resolver;
    }

    /**
     * One figure.
     *
     * @param name what it is
     * @param value with its unit
     * @param hint what stands behind it
     */
    record Figure(String name, String value, String hint) {
    }

    /**
     * One line of a list.
     *
     * @param name what it is about
     * @param count how many alarms
     */
    record Line(String name, long count) {
    }

}
