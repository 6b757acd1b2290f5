package monitoring.batch.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import monitoring.batch.notify.AlarmMessage.Item;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.notification.Receiver.Style;
import org.springframework.context.MessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes a message as a mail: subject, text and HTML, in the receiver's language and
 * zone.
 */
final class MailText {

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    private final Titles titles;

    private final NotifyProperties properties;

    private final Clock clock;

    private final ScalingText scalings;

    MailText(NotifyProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        MessageSource messages = Titles.words();
        this.titles = new Titles(messages);
        this.templates.setTemplateEngineMessageSource(messages);
        this.templates.addTemplateResolver(resolver(TemplateMode.HTML, ".html"));
        this.templates.addTemplateResolver(resolver(TemplateMode.TEXT, ".txt"));
        this.scalings = new ScalingText(properties, this.titles, this.templates);
    }

    /**
     * A mail before it is put into MIME.
     *
     * @param subject one line
     * @param plain text body
     * @param html HTML body
     */
    record Text(String subject, String plain, String html) {
    }

    /**
     * One line of a mail's table.
     *
     * @param state in words
     * @param severity code, for the colour
     * @param name of the target
     * @param resource in words
     * @param value with its unit
     * @param limit with its unit
     * @param since when it was raised
     * @param minutes how long ago
     * @param where deployment and zone
     */
    record Row(String state, String severity, String name, String resource, String value, String limit, String since,
            long minutes, String where) {
    }

    /**
     * Writes a message; the address of the button is empty where there is nothing to
     * take.
     */
    Text write(Message message, String acknowledge) {
        return (message instanceof AlarmMessage alarms) ? write(alarms, acknowledge)
                : this.scalings.write((ScalingMessage) message);
    }

    private Text write(AlarmMessage message, String acknowledge) {
        Style style = message.receiver().style();
        Locale language = style.language();
        Context context = new Context(language);
        List<Item> shown = message.shown();
        List<Row> rows = shown.stream().limit(this.properties.tableRows()).map((item) -> row(item, style)).toList();
        String subject = this.titles.subject(message, language);
        context.setVariable("subject", subject);
        context.setVariable("statement", this.titles.statement(message, language));
        context.setVariable("rows", rows);
        context.setVariable("more", shown.size() - rows.size());
        context.setVariable("link", link(message));
        context.setVariable("acknowledge", acknowledge);
        context.setVariable("by", this.titles.by(message, language));
        context.setVariable("band", rows.get(0).severity());
        context.setVariable("incident",
                (message.isDigest() || TestMessage.is(message)) ? "" : message.first().incident().id());
        context.setVariable("receiver", message.receiver().name());
        return new Text(subject, this.templates.process("mail/alarm.txt", context),
                this.templates.process("mail/alarm.html", context));
    }

    private Row row(Item item, Style style) {
        Alarm alarm = item.alarm();
        Locale language = style.language();
        Instant raised = (alarm.progress().raisedAt() != null) ? alarm.progress().raisedAt()
                : alarm.progress().startedAt();
        Instant end = (alarm.progress().resolvedAt() != null) ? alarm.progress().resolvedAt() : this.clock.instant();
        if (TestMessage.is(item.notification())) {
            return test(alarm, since(raised, style), language);
        }
        String state = (alarm.state() == AlarmState.RESOLVED) ? this.titles.word("state.RESOLVED", language)
                : this.titles.word("severity." + alarm.severity(), language);
        String since = since(raised, style);
        return new Row(state, (alarm.state() == AlarmState.RESOLVED) ? "resolved" : alarm.severity().code(),
                alarm.target().name(), this.titles.word("resource." + alarm.resource(), language),
                this.titles.value(alarm.resource(), alarm.reading().value()),
                this.titles.value(alarm.resource(), alarm.reading().threshold()), since,
                Math.max(0, Duration.between(raised, end).toMinutes()), where(alarm));
    }

    private Row test(Alarm alarm, String since, Locale language) {
        return new Row(this.titles.word("state.TEST", language), "resolved", alarm.target().name(),
                this.titles.word("resource." + alarm.resource(), language), "", "", since, 0, "");
    }

    private static String since(Instant raised, Style style) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", style.language())
            .withZone(style.zone())
            .format(raised);
    }

    private static String where(Alarm alarm) {
        String deployment = alarm.target().deployment();
        String zone = alarm.target().zone();
        return deployment + ((deployment.isEmpty() || zone.isEmpty()) ? "" : ", ") + zone;
    }

    private String link(AlarmMessage message) {
        if (TestMessage.is(message)) {
            return this.properties.dashboard("/notification");
        }
        return this.properties
            .dashboard(message.isDigest() ? "/incident" : "/incident/" + message.first().incident().id());
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String ending) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailText.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setResolvablePatterns(java.util.Set.of("*" + ending));
        return resolver;
    }

}
