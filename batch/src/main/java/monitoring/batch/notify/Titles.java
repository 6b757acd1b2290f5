package monitoring.batch.notify;

import java.util.Locale;

import monitoring.batch.notify.AlarmMessage.Item;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Reason;
import monitoring.storage.policy.Severity;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The words of messages. The Korean titles are PaaS-TA's, because people's mail filters
 * know them.
 */
final class Titles {

    private final MessageSource messages;

    Titles(MessageSource messages) {
        this.messages = messages;
    }

    /** The words that stand beside the templates of mails. */
    static MessageSource words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("mail/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    String subject(AlarmMessage message, Locale language) {
        Item first = message.first();
        if (TestMessage.is(message)) {
            return word("title.TEST", language, first.alarm().target().name());
        }
        String title = prefix(message, language) + title(first.alarm(), language);
        int more = message.shown().size() - 1;
        return (more == 0) ? title : title + " " + word("more", language, more);
    }

    /** One sentence on the first alarm. */
    String statement(AlarmMessage message, Locale language) {
        Alarm first = message.first().alarm();
        return TestMessage.is(message) ? word("statement.TEST", language, first.target().name())
                : statement(first, language);
    }

    String statement(Alarm alarm, Locale language) {
        String key = switch (alarm.resource()) {
            case HEARTBEAT, BLIND, PROCESS, NOTIFICATION -> alarm.resource().name();
            default -> "value";
        };
        String ending = (alarm.state() == AlarmState.RESOLVED) ? ".resolved" : "";
        return word("statement." + key + ending, language, alarm.target().name(),
                word("resource." + alarm.resource(), language), word("severity." + alarm.severity(), language),
                value(alarm.resource(), alarm.reading().threshold()), value(alarm.resource(), alarm.reading().value()));
    }

    /** Who acknowledged or resolved it; empty where that is not what is told. */
    String by(AlarmMessage message, Locale language) {
        String by = message.first().by();
        return by.isEmpty() ? "" : word("by." + message.first().notification().reason(), language, by);
    }

    String title(Alarm alarm, Locale language) {
        String key = switch (alarm.resource()) {
            case HEARTBEAT, BLIND, NOTIFICATION -> alarm.resource().name();
            default -> (alarm.target().origin() == Origin.CONTAINER) ? "container"
                    : (alarm.target().origin() == Origin.APP) ? "app" : "platform";
        };
        String level = alarm.severity().code();
        String capital = level.substring(0, 1).toUpperCase(Locale.ROOT) + level.substring(1);
        String resource = word("resource." + alarm.resource(), language).toLowerCase(language);
        return word("title." + key, language, alarm.target().name(), alarm.resource().code(), level, capital, resource);
    }

    /** A value with its unit, as people write it. */
    String value(Resource resource, double value) {
        return switch (resource) {
            case HEARTBEAT, BLIND, PROCESS, NOTIFICATION -> "";
            case LOAD -> "%.2f".formatted(value);
            case NETWORK -> "%.1f/s".formatted(value);
            default -> "%.2f%%".formatted(value);
        };
    }

    String word(String key, Locale language, Object... arguments) {
        return this.messages.getMessage(key, arguments, language);
    }

    private String prefix(AlarmMessage message, Locale language) {
        Reason reason = message.first().notification().reason();
        if (message.items().stream().allMatch((item) -> item.alarm().state() == AlarmState.RESOLVED)) {
            return word("prefix." + ((reason == Reason.RESOLVED_BY_HAND) ? reason : Reason.RECOVERED), language) + " ";
        }
        return switch (reason) {
            case REPEATED, ACKNOWLEDGED -> word("prefix." + reason, language) + " ";
            case ESCALATED -> (message.first().alarm().severity() == Severity.CRITICAL)
                    ? word("prefix.ESCALATED", language) + " " : "";
            default -> "";
        };
    }

}
