package monitoring.dashboard.alarm;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.notification.AcknowledgeLink;
import monitoring.storage.notification.AcknowledgeLinks;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver.Style;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds what a link is for: the raised alarms of the incidents of its message, as far as
 * they are its receiver's to be told of.
 */
@Component
class LinkedAlarms {

    /** What the audit and the others read. */
    private static final String NOTE = "by the link of a mail";

    private final AcknowledgeLinks links;

    private final NotificationStore notifications;

    private final AlarmStore alarms;

    private final LinkHolders holders;

    private final AlarmActions actions;

    private final TransactionOperations transaction;

    private final Clock clock;

    LinkedAlarms(AcknowledgeLinks links, NotificationStore notifications, AlarmStore alarms, LinkHolders holders,
            AlarmActions actions, TransactionOperations transaction, Clock clock) {
        this.links = links;
        this.notifications = notifications;
        this.alarms = alarms;
        this.holders = holders;
        this.actions = actions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a link is for; changes nothing. */
    Found find(String token) {
        Optional<AcknowledgeLink> link = this.links.read(token);
        Optional<LinkHolders.Holder> holder = link.flatMap((read) -> this.holders.find(read.receiverId()));
        if (link.isEmpty() || holder.isEmpty()) {
            return new Found(State.INVALID, Style.DEFAULT.zone(), "", List.of());
        }
        List<Alarm> raised = raised(link.get());
        return new Found(state(link.get(), raised), holder.get().zone(), holder.get().name(), raised);
    }

    /**
     * Takes, as the link's receiver, what it is for, unless it was used or is expired.
     */
    Found acknowledge(String token) {
        Found found = find(token);
        if (found.state() != State.OPEN) {
            return found;
        }
        AcknowledgeLink link = this.links.read(token).orElseThrow();
        boolean taken = Boolean.TRUE.equals(this.transaction.execute((status) -> {
            boolean first = this.links.use(link, found.name(), this.clock.instant());
            if (first) {
                this.actions.acknowledge(found.alarms().stream().map(Alarm::id).toList(), NOTE, found.name());
            }
            return first;
        }));
        return new Found(taken ? State.DONE : State.USED, found.zone(), found.name(), found.alarms());
    }

    private State state(AcknowledgeLink link, List<Alarm> raised) {
        Instant now = this.clock.instant();
        if (this.links.isUsed(link)) {
            return State.USED;
        }
        if (link.isExpiredAt(now)) {
            return State.EXPIRED;
        }
        return raised.isEmpty() ? State.NOTHING_LEFT : State.OPEN;
    }

    private List<Alarm> raised(AcknowledgeLink link) {
        Set<String> incidents = new LinkedHashSet<>();
        this.notifications.ofMessage(link.messageId(), link.receiverId())
            .stream()
            .map(Notification::incidentId)
            .filter(Objects::nonNull)
            .forEach(incidents::add);
        return incidents.stream()
            .flatMap((incident) -> raised(incident, link.receiverId()).stream())
            .sorted(Comparator.comparing(Alarm::severity).reversed())
            .toList();
    }

    private List<Alarm> raised(String incidentId, String receiverId) {
        Set<String> mine = new LinkedHashSet<>();
        this.notifications.ofIncident(incidentId)
            .stream()
            .filter((one) -> one.receiverId().equals(receiverId))
            .map(Notification::alarmId)
            .filter(Objects::nonNull)
            .forEach(mine::add);
        return this.alarms.ofIncident(incidentId)
            .stream()
            .filter((alarm) -> alarm.state() == AlarmState.RAISED && mine.contains(alarm.id()))
            .toList();
    }

    /** What can be said of a link. */
    public enum State {

        /** Its button does something. */
        OPEN,
        /** It did so just now. */
        DONE,
        /** It did so before. */
        USED,
        /** Its time is over. */
        EXPIRED,
        /** Somebody else took its alarms, or they are over. */
        NOTHING_LEFT,
        /** Nobody here signed it, or its receiver is none any more. */
        INVALID

    }

    /**
     * What a link is for.
     *
     * @param state what can be said of it
     * @param zone in which its receiver reads times
     * @param name of its receiver
     * @param alarms that are taken with it, the worst first
     */
    public record Found(State state, ZoneId zone, String name, List<Alarm> alarms) {

        private static final int SHOWN = 20;

        /** As many as a page shows. */
        public List<Alarm> shown() {
            return this.alarms.subList(0, Math.min(SHOWN, this.alarms.size()));
        }

        /** How many a page does not show. */
        public int more() {
            return this.alarms.size() - shown().size();
        }

        /** The end of the keys of its words. */
        public String key() {
            return this.state.name().toLowerCase(Locale.ROOT);
        }

    }

}
