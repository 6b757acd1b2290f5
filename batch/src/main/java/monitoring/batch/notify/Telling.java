package monitoring.batch.notify;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.Silence;
import monitoring.storage.alarm.SilenceStore;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.Delivery;
import monitoring.storage.notification.Notification.State;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.routing.Directory;
import monitoring.storage.routing.Routing;

/**
 * Decides who is told of a step and puts it into the outbox, within the caller's
 * transaction. Who is not told is kept as well, with the reason.
 */
public final class Telling {

    /** Stands for a receiver where there is none. */
    static final String NOBODY = "nobody";

    private final NotificationStore notifications;

    private final SilenceStore silences;

    private final Directory directory;

    private final NotifyProperties properties;

    private final Clock clock;

    public Telling(NotificationStore notifications, SilenceStore silences, PolicyStore policies,
            NotifyProperties properties, Clock clock) {
        this.notifications = notifications;
        this.silences = silences;
        this.directory = new Directory(notifications, policies);
        this.properties = properties;
        this.clock = clock;
    }

    /** Looks up receivers and silences once, for many steps. */
    public Round begin() {
        return new Round(this.directory.receivers(), this.silences.list());
    }

    /** One look at receivers and silences. */
    public final class Round {

        private final List<Receiver> receivers;

        private final Routing routing;

        private Round(List<Receiver> receivers, List<Silence> silences) {
            this.receivers = receivers;
            this.routing = new Routing(receivers, silences, Telling.this.properties.escalateAfter());
        }

        /**
         * Tells of a step of an alarm.
         * @param alarm after the step; kept
         * @param incident to which it belongs; kept
         * @param reason why
         * @param notBefore when it is to be sent at the earliest
         * @return whether anybody is told, or was and waits for it
         */
        public boolean tell(Alarm alarm, Incident incident, Reason reason, Instant notBefore) {
            List<Receiver> wanted = wanted(alarm);
            if (wanted.isEmpty()) {
                enqueue(suppressed(alarm, incident, reason, NOBODY, "no receiver for " + alarm.target().origin()));
                return false;
            }
            boolean told = false;
            List<Notification> before = before(alarm, reason, wanted);
            for (Receiver receiver : wanted) {
                Addressee addressee = addressee(receiver, before);
                Notification notification = (reason == Reason.REPEATED && addressee.waits())
                        ? suppressed(alarm, incident, reason, receiver.id(), Routing.WAITS)
                        : decide(alarm, incident, reason, addressee, notBefore);
                told |= enqueue(notification) && (addressee.waits() || notification.delivery().state() == State.QUEUED);
            }
            return told;
        }

        /**
         * Asked for only where it matters: somebody may wait, and there was a step
         * before.
         */
        private List<Notification> before(Alarm alarm, Reason reason, List<Receiver> wanted) {
            boolean later = reason == Reason.REPEATED || reason == Reason.ESCALATED;
            return (later && wanted.stream().anyMatch((receiver) -> receiver.scope().level() > 0))
                    ? Telling.this.notifications.ofAlarm(alarm.id()) : List.of();
        }

        private static Addressee addressee(Receiver receiver, List<Notification> before) {
            List<Notification> own = before.stream().filter((row) -> row.receiverId().equals(receiver.id())).toList();
            boolean known = own.stream().anyMatch(Telling::wasTold);
            return new Addressee(receiver, known, !known && receiver.scope().level() > 0
                    && own.stream().anyMatch((row) -> row.delivery().state() == State.QUEUED));
        }

        /** Keeps that nobody is told of an alarm, because another one explains it. */
        public void inhibit(Alarm alarm, Incident incident, String cause) {
            for (Receiver receiver : wanted(alarm)) {
                enqueue(suppressed(alarm, incident, Reason.RAISED, receiver.id(),
                        "inhibited by alarm " + cause + ", which explains it"));
            }
        }

        /**
         * Tells everybody but one, whatever they want to know: that one cannot be told.
         * @return whether anybody is told
         */
        public boolean tellTheOthers(Alarm alarm, Incident incident, String exceptReceiver) {
            Instant now = Telling.this.clock.instant();
            boolean told = false;
            boolean others = false;
            for (Receiver receiver : this.receivers) {
                boolean other = !receiver.id().equals(exceptReceiver);
                Notification notification = other
                        ? decide(alarm, incident, Reason.RAISED, new Addressee(receiver, false, false), now)
                        : suppressed(alarm, incident, Reason.RAISED, receiver.id(), "is the one that cannot be told");
                told |= enqueue(notification) && notification.delivery().state() == State.QUEUED;
                others |= other;
            }
            if (!others) {
                enqueue(suppressed(alarm, incident, Reason.RAISED, NOBODY, "no other receiver"));
            }
            return told;
        }

        /**
         * Tells those who were told of an alarm what somebody did about it, but not the
         * one who did it.
         */
        public void tellTheOthersOf(Alarm alarm, Incident incident, Reason reason, String by) {
            Instant now = Telling.this.clock.instant();
            List<Receiver> known = new ArrayList<>(this.receivers);
            Telling.this.directory.owner(alarm).ifPresent(known::add);
            for (String id : told(alarm)) {
                boolean did = known.stream()
                    .filter((receiver) -> receiver.id().equals(id))
                    .anyMatch((receiver) -> by.equals(receiver.name()) || by.equalsIgnoreCase(receiver.address()));
                enqueue(did ? suppressed(alarm, incident, reason, id, by + " did it")
                        : notification(alarm, incident, reason, id, Delivery.queued(now)));
            }
        }

        /**
         * Tells of the end of an alarm to exactly those who were told of it.
         */
        public void tellTheTold(Alarm alarm, Incident incident, Reason reason) {
            Instant now = Telling.this.clock.instant();
            told(alarm)
                .forEach((receiver) -> enqueue(notification(alarm, incident, reason, receiver, Delivery.queued(now))));
        }

        private List<String> told(Alarm alarm) {
            return Telling.this.notifications.ofAlarm(alarm.id())
                .stream()
                .filter((before) -> wasTold(before))
                .map(Notification::receiverId)
                .distinct()
                .toList();
        }

        private Notification decide(Alarm alarm, Incident incident, Reason reason, Addressee addressee,
                Instant notBefore) {
            Receiver receiver = addressee.receiver();
            Routing.Decision decision = this.routing.decide(receiver, alarm, addressee.known(), notBefore,
                    Telling.this.clock.instant());
            if (!decision.answer().isQueued()) {
                return suppressed(alarm, incident, reason, receiver.id(), decision.words());
            }
            return notification(alarm, incident, reason, receiver.id(),
                    new Delivery(State.QUEUED, 0, decision.due(), null, "", decision.words()));
        }

        private List<Receiver> wanted(Alarm alarm) {
            List<Receiver> wanted = new ArrayList<>(this.routing.wanted(alarm));
            Telling.this.directory.owner(alarm).ifPresent(wanted::add);
            return wanted;
        }

        private Notification suppressed(Alarm alarm, Incident incident, Reason reason, String receiver, String why) {
            return notification(alarm, incident, reason, receiver,
                    new Delivery(State.SUPPRESSED, 0, Telling.this.clock.instant(), null, "", why));
        }

        private Notification notification(Alarm alarm, Incident incident, Reason reason, String receiver,
                Delivery delivery) {
            return new Notification("", incident.id(), alarm.id(), receiver, reason, step(alarm, reason), delivery,
                    Telling.this.clock.instant());
        }

        private boolean enqueue(Notification notification) {
            return Telling.this.notifications.enqueue(notification);
        }

    }

    /**
     * Who may be told.
     *
     * @param receiver which one
     * @param known whether it was told of the alarm before
     * @param waits whether it is to be told of it only if nobody takes it in time
     */
    private record Addressee(Receiver receiver, boolean known, boolean waits) {
    }

    /** What makes a step one of its kind within an alarm's life. */
    private static String step(Alarm alarm, Reason reason) {
        return switch (reason) {
            case RAISED, BLIND, RECOVERED, RESOLVED_BY_HAND -> "once";
            case ACKNOWLEDGED -> String.valueOf(alarm.progress().acknowledgedAt());
            default -> alarm.severity() + " at " + alarm.progress().breaches();
        };
    }

    /** Also who is to be told any moment; not who is still waiting on purpose. */
    private static boolean wasTold(Notification before) {
        return switch (before.delivery().state()) {
            case SENT, GROUPED -> true;
            case QUEUED -> before.delivery().attempts() > 0 || before.delivery().detail().isEmpty();
            case SUPPRESSED, GIVEN_UP -> false;
        };
    }

}
