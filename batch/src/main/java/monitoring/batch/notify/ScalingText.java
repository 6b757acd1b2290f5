package monitoring.batch.notify;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Receiver.Style;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingEvent.Outcome;
import monitoring.storage.scaling.ScalingStreak;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Writes scaling events as a mail: subject, text and HTML, in the receiver's language.
 */
final class ScalingText {

    private final NotifyProperties properties;

    private final Titles titles;

    private final SpringTemplateEngine templates;

    ScalingText(NotifyProperties properties, Titles titles, SpringTemplateEngine templates) {
        this.properties = properties;
        this.titles = titles;
        this.templates = templates;
    }

    /**
     * One event in a mail.
     *
     * @param app name of the app
     * @param where organization / space
     * @param change instances before and after
     * @param outcome in words
     * @param good whether it scaled, for the colour
     * @param cause what was measured
     * @param limit what it was judged by
     * @param at when it was decided
     * @param detail the server's words where it did not scale; else empty
     */
    record Row(String app, String where, String change, String outcome, boolean good, String cause, String limit,
            String at, String detail) {
    }

    MailText.Text write(ScalingMessage message) {
        Style style = message.receiver().style();
        Context context = new Context(style.language());
        List<Row> rows = message.items()
            .stream()
            .limit(this.properties.tableRows())
            .map((item) -> row(item, style))
            .toList();
        String subject = subject(message, style.language());
        context.setVariable("subject", subject);
        context.setVariable("statement", statement(message.items().get(0).event(), style.language()));
        context.setVariable("again", again(message.items().get(0), style));
        context.setVariable("rows", rows);
        context.setVariable("more", message.items().size() - rows.size());
        context.setVariable("link", this.properties.dashboard("/scaling"));
        context.setVariable("receiver", message.receiver().name());
        return new MailText.Text(subject, this.templates.process("mail/scaling.txt", context),
                this.templates.process("mail/scaling.html", context));
    }

    private String subject(ScalingMessage message, Locale language) {
        ScalingEvent first = message.items().get(0).event();
        ScalingDecision decision = first.decision();
        String title = this.titles.word("scaling.title." + ending(first), language, decision.appName(),
                String.valueOf(decision.from()), String.valueOf(decision.to()));
        int more = message.items().size() - 1;
        return (more == 0) ? title : title + " " + this.titles.word("more", language, more);
    }

    private String statement(ScalingEvent event, Locale language) {
        ScalingDecision decision = event.decision();
        return this.titles.word("scaling.statement." + ending(event), language, decision.appName(),
                this.titles.word("resource." + decision.cause(), language),
                this.titles.value(Resource.CPU, decision.value()),
                this.titles.value(Resource.CPU, decision.threshold()), String.valueOf(decision.from()),
                String.valueOf(decision.to()));
    }

    /** Empty the first time. */
    private String again(ScalingMessage.Item item, Style style) {
        ScalingStreak streak = item.streak();
        return (item.event().outcome() == Outcome.SCALED || streak.times() <= 1) ? "" : this.titles
            .word("scaling.again", style.language(), String.valueOf(streak.times()), time(streak.since(), style));
    }

    private static String time(Instant time, Style style) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", style.language())
            .withZone(style.zone())
            .format(time);
    }

    private static String ending(ScalingEvent event) {
        return event.decision().action() + ((event.outcome() == Outcome.SCALED) ? "" : ".failed");
    }

    private Row row(ScalingMessage.Item item, Style style) {
        ScalingDecision decision = item.event().decision();
        boolean good = item.event().outcome() == Outcome.SCALED;
        return new Row(decision.appName(), item.where(), decision.from() + " → " + decision.to(),
                this.titles.word("scaling.outcome." + item.event().outcome(), style.language()), good,
                this.titles.word("resource." + decision.cause(), style.language()) + " "
                        + this.titles.value(decision.cause(), decision.value()),
                this.titles.value(decision.cause(), decision.threshold()), time(decision.at(), style),
                good ? "" : item.event().detail());
    }

}
