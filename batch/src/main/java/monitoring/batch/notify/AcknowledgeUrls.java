package monitoring.batch.notify;

import java.time.Clock;
import java.time.Instant;

import monitoring.batch.notify.AlarmMessage.Item;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.notification.AcknowledgeLink;
import monitoring.storage.notification.AcknowledgeLinks;

/**
 * Writes the link by which the receiver of a mail takes its alarms without signing in.
 */
public final class AcknowledgeUrls {

    /**
     * Stands for a link where others may read it, as whoever has it needs no other right.
     */
    static final String HIDDEN = "(…)";

    private final AcknowledgeLinks links;

    private final NotifyProperties properties;

    private final Clock clock;

    public AcknowledgeUrls(AcknowledgeLinks links, NotifyProperties properties, Clock clock) {
        this.links = links;
        this.properties = properties;
        this.clock = clock;
    }

    /** Address of the page with the button; empty where there is nothing to take. */
    String of(Message message) {
        boolean open = message instanceof AlarmMessage alarms
                && alarms.items().stream().map(Item::alarm).anyMatch((alarm) -> alarm.state() == AlarmState.RAISED);
        if (!open || this.properties.acknowledgeWithin().isZero()) {
            return "";
        }
        Instant until = this.clock.instant().plus(this.properties.acknowledgeWithin());
        String token = this.links.token(new AcknowledgeLink(message.id(), message.receiver().id(),
                Instant.ofEpochSecond(until.getEpochSecond())));
        return this.properties.dashboard("/alarm/link/" + token) + "?lang="
                + message.receiver().style().language().getLanguage();
    }

}
