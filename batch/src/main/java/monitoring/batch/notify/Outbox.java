package monitoring.batch.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.Delivery;
import monitoring.storage.notification.Notification.State;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver.Channel;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Empties the outbox. What is to be sent together is written down before it is sent, so
 * that after a crash the same message goes out again under the same id, and never as
 * another one.
 */
public final class Outbox {

    private static final Logger logger = LoggerFactory.getLogger(Outbox.class);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final NotificationStore notifications;

    private final Grouping grouping;

    private final Map<Channel, Notifier> notifiers = new EnumMap<>(Channel.class);

    private final DeliveryWatch watch;

    private final NotifyProperties properties;

    private final TransactionOperations transaction;

    private final Clock clock;

    private final String domain;

    public Outbox(NotificationStore notifications, Grouping grouping, List<Notifier> notifiers, DeliveryWatch watch,
            NotifyProperties properties, TransactionOperations transaction, Clock clock) {
        this.notifications = notifications;
        this.grouping = grouping;
        notifiers.forEach((notifier) -> this.notifiers.put(notifier.channel(), notifier));
        this.watch = watch;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
        this.domain = properties.dashboardUrl().getHost();
    }

    /** Whether a look at it would find anything. */
    public boolean hasDue() {
        return !this.notifications.due(this.clock.instant(), 1).isEmpty();
    }

    /** The messages that are to be sent now, in the order in which they came about. */
    public List<Message> due() {
        return this.grouping.messages(this.clock.instant());
    }

    /** Sends one message and keeps what became of it. */
    public void deliver(Message planned) {
        Message message = taken(planned);
        if (message == null) {
            return; // somebody else has it
        }
        try {
            Receipt receipt = send(message);
            logger.info("{} told {} of {} step(s): {}", message.receiver(), message.id(),
                    message.notifications().size(), receipt.answer());
            this.transaction.executeWithoutResult((status) -> keepSent(message, receipt));
        }
        catch (DeliveryException ex) {
            logger.warn("{} not told of {} step(s): {}", message.receiver(), message.notifications().size(),
                    ex.getMessage());
            this.transaction.executeWithoutResult((status) -> keepFailed(message, ex));
        }
    }

    private Receipt send(Message message) {
        Notifier notifier = this.notifiers.get(message.receiver().channel());
        if (notifier == null) {
            throw DeliveryException.refused("no way to send by " + message.receiver().channel(), null);
        }
        try {
            return notifier.send(message);
        }
        catch (DeliveryException ex) {
            throw ex;
        }
        catch (RuntimeException ex) {
            // one message that cannot be sent must not hold up all behind it
            logger.error("{} cannot be sent to {}", message.id(), message.receiver(), ex);
            throw DeliveryException.unknown("cannot be sent: " + ex, ex);
        }
    }

    private @Nullable Message taken(Message planned) {
        try {
            return this.transaction.execute((status) -> take(planned));
        }
        catch (ConcurrencyFailureException ex) {
            logger.info("{} is told in the next run: {}", planned.receiver(), ex.getMessage());
            return null;
        }
    }

    /** Takes what nobody else took meanwhile, and freezes what belongs to the message. */
    private @Nullable Message take(Message planned) {
        Instant until = this.clock.instant().plus(this.properties.attemptTimeout());
        List<Notification> mine = planned.notifications()
            .stream()
            .filter((notification) -> this.grouping.isStillDue(notification)
                    && this.notifications.claim(notification, until))
            .toList();
        if (mine.isEmpty()) {
            return null;
        }
        String id = planned.id().isEmpty() ? messageId(mine.get(0)) : planned.id();
        List<Notification> taken = new ArrayList<>();
        for (Notification notification : mine) {
            Delivery before = notification.delivery();
            Notification claimed = notification
                .with(new Delivery(State.QUEUED, before.attempts() + 1, until, null, id, before.detail()));
            this.notifications.update(claimed);
            taken.add(claimed);
        }
        return planned.as(id, taken);
    }

    private String messageId(Notification leader) {
        return "<notification-" + leader.id() + "." + leader.createdAt().toEpochMilli() + "@" + this.domain + ">";
    }

    private void keepSent(Message message, Receipt receipt) {
        Instant now = this.clock.instant();
        boolean leader = true;
        for (Notification notification : message.notifications()) {
            Delivery delivery = notification.delivery();
            String detail = noted(delivery.detail(), now, leader ? receipt.answer() : "within " + message.id());
            this.notifications.update(notification.with(new Delivery(leader ? State.SENT : State.GROUPED,
                    delivery.attempts(), now, now, message.id(), detail)));
            leader = false;
        }
        this.notifications.keepText(message.notifications().get(0), receipt.text());
        this.watch.delivered(message.receiver());
    }

    private void keepFailed(Message message, DeliveryException failure) {
        Instant now = this.clock.instant();
        String words = String.valueOf(failure.getMessage());
        boolean missed = false;
        for (Notification notification : message.notifications()) {
            Delivery delivery = notification.delivery();
            boolean late = notification.createdAt().plus(this.properties.giveUpAfter()).isBefore(now);
            boolean over = failure.outcome() == DeliveryException.Outcome.REFUSED || late
                    || TestMessage.is(notification);
            boolean known = failure.outcome() != DeliveryException.Outcome.UNKNOWN;
            State state = (failure.outcome() == DeliveryException.Outcome.SWITCHED_OFF) ? State.SUPPRESSED
                    : over ? State.GIVEN_UP : State.QUEUED;
            this.notifications
                .update(notification.with(new Delivery(state, delivery.attempts(), now.plus(pause(delivery.attempts())),
                        null, known ? "" : message.id(), noted(delivery.detail(), now, words))));
            missed |= state == State.GIVEN_UP && message.isMissed(notification);
        }
        if (missed) {
            this.watch.givenUp(message.receiver(), words);
        }
    }

    private Duration pause(int attempts) {
        Duration pause = this.properties.retryDelay().multipliedBy(1L << Math.min(attempts - 1, 10));
        return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
    }

    /** Every attempt is kept; of very many, the newest. */
    private static String noted(String before, Instant at, String words) {
        String all = (before.isEmpty() ? "" : before + "\n") + at + " " + words.strip();
        return (all.length() <= 2000) ? all : all.substring(all.length() - 2000);
    }

}
