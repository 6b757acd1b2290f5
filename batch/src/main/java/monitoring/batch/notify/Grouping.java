package monitoring.batch.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import monitoring.batch.notify.AlarmMessage.Item;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.alarm.Silence;
import monitoring.storage.alarm.SilenceStore;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.routing.Directory;
import monitoring.storage.routing.SilencePeriod;

/**
 * Makes messages of what is due in the outbox: what is not to be told any more is
 * suppressed, what is silenced waits, and the rest is put together by receiver and
 * incident.
 */
public final class Grouping {

    private static final int AT_ONCE = 10_000;

    private static final Duration RATE_LIMIT_PAUSE = Duration.ofMinutes(5);

    private static final String GONE = "receiver is gone or switched off";

    private final NotificationStore notifications;

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private final SilenceStore silences;

    private final Directory directory;

    private final ScalingGrouping scalings;

    private final OutboxRows rows;

    private final NotifyProperties properties;

    public Grouping(NotificationStore notifications, AlarmStore alarms, IncidentStore incidents, SilenceStore silences,
            PolicyStore policies, ScalingGrouping scalings, NotifyProperties properties) {
        this.notifications = notifications;
        this.alarms = alarms;
        this.incidents = incidents;
        this.silences = silences;
        this.directory = new Directory(notifications, policies);
        this.scalings = scalings;
        this.rows = new OutboxRows(notifications);
        this.properties = properties;
    }

    List<Message> messages(Instant now) {
        Look look = new Look(now);
        Map<String, List<Item>> byReceiver = new LinkedHashMap<>();
        List<Message> tests = new ArrayList<>();
        Map<String, List<Notification>> scaled = new LinkedHashMap<>();
        for (Notification due : this.notifications.due(now, AT_ONCE)) {
            if (TestMessage.is(due)) {
                test(due).ifPresent(tests::add);
                continue;
            }
            if (due.reason() == Reason.SCALED) {
                scaled.computeIfAbsent(due.receiverId(), (id) -> new ArrayList<>()).add(due);
                continue;
            }
            look.item(due)
                .ifPresent((item) -> byReceiver.computeIfAbsent(due.receiverId(), (id) -> new ArrayList<>()).add(item));
        }
        List<Message> messages = new ArrayList<>(tests);
        byReceiver.forEach((id, items) -> messages.addAll(messages(look, id, items)));
        scaled.forEach((id, due) -> messages.addAll(scaled(id, due, now)));
        return messages;
    }

    /**
     * Whether what was put off is still to be told when its turn comes: the messages
     * before it may have taken long, and who is not told of the end by then must not be
     * told of the alarm any more. Waits for whoever is just ending the alarm, and keeps
     * others from that until the caller's transaction is over.
     */
    boolean isStillDue(Notification planned) {
        String alarmId = planned.alarmId();
        if (alarmId == null || !planned.delivery().messageId().isEmpty() || isEnd(planned.reason())
                || !waited(planned)) {
            return true;
        }
        return this.alarms.lock(alarmId).filter((alarm) -> !isTooLate(planned, alarm)).isPresent();
    }

    private boolean isTooLate(Notification due, Alarm alarm) {
        boolean late = waited(due) && alarm.state() != AlarmState.RAISED;
        if (late) {
            this.rows.suppress(due, alarm.state() + " before it was due; " + due.delivery().detail());
        }
        return late;
    }

    /** Whether it was put off on purpose, by a silence or for want of an escalation. */
    private static boolean waited(Notification due) {
        return due.delivery().attempts() == 0 && due.delivery().dueAt().isAfter(due.createdAt().plusSeconds(1))
                && !due.delivery().detail().isEmpty();
    }

    private static boolean isEnd(Reason reason) {
        return reason == Reason.RECOVERED || reason == Reason.RESOLVED_BY_HAND || reason == Reason.ACKNOWLEDGED;
    }

    private Optional<Message> test(Notification due) {
        Optional<Receiver> receiver = receiver(due.receiverId());
        if (receiver.isEmpty()) {
            this.rows.suppress(due, GONE);
        }
        return receiver.map((one) -> TestMessage.of(due, one));
    }

    private Optional<Receiver> receiver(String id) {
        return this.directory.find(id).filter(Receiver::enabled);
    }

    /** After the alarms, which are what a receiver's hourly limit is for. */
    private List<Message> scaled(String receiverId, List<Notification> due, Instant now) {
        Optional<Receiver> receiver = receiver(receiverId);
        if (receiver.isEmpty()) {
            due.forEach((one) -> this.rows.suppress(one, GONE));
            return List.of();
        }
        List<Notification> told = new ArrayList<>();
        boolean allowed = allowed(receiver.get(), now) > 0;
        for (Notification one : due) {
            if (allowed || !one.delivery().messageId().isEmpty()) {
                told.add(one);
            }
            else {
                this.rows.postpone(one, now.plus(RATE_LIMIT_PAUSE), limited(receiver.get()));
            }
        }
        return this.scalings.messages(receiver.get(), told);
    }

    private static String limited(Receiver receiver) {
        return "rate-limited: " + receiver.style().hourlyLimit() + " messages an hour";
    }

    private List<Message> messages(Look look, String receiverId, List<Item> items) {
        Optional<Receiver> receiver = receiver(receiverId);
        if (receiver.isEmpty()) {
            items.forEach((item) -> this.rows.suppress(item.notification(), GONE));
            return List.of();
        }
        Map<String, List<Item>> groups = new LinkedHashMap<>();
        List<Message> messages = new ArrayList<>();
        items.forEach((item) -> groups.computeIfAbsent(groupKey(item), (key) -> new ArrayList<>()).add(item));
        List<List<Item>> fresh = new ArrayList<>();
        groups.forEach((key, group) -> {
            String messageId = group.get(0).notification().delivery().messageId();
            if (messageId.isEmpty()) {
                fresh.add(group);
            }
            else {
                // again, as it was
                messages.add(message(messageId, receiver.get(), group));
            }
        });
        int allowed = allowed(receiver.get(), look.now);
        if (allowed <= 0) {
            fresh.forEach((group) -> group.forEach((item) -> this.rows.postpone(item.notification(),
                    look.now.plus(RATE_LIMIT_PAUSE), limited(receiver.get()))));
            return messages;
        }
        if (fresh.size() > Math.min(allowed, this.properties.digestAbove())) {
            messages.add(message("", receiver.get(), fresh.stream().flatMap(List::stream).toList()));
        }
        else {
            fresh.forEach((group) -> messages.add(message("", receiver.get(), group)));
        }
        return messages;
    }

    private static String groupKey(Item item) {
        String messageId = item.notification().delivery().messageId();
        return messageId.isEmpty() ? item.incident().id() : messageId;
    }

    private int allowed(Receiver receiver, Instant now) {
        int limit = receiver.style().hourlyLimit();
        return (limit == 0) ? Integer.MAX_VALUE
                : limit - this.notifications.sentSince(receiver.id(), now.minus(Duration.ofHours(1)));
    }

    private AlarmMessage message(String id, Receiver receiver, List<Item> items) {
        List<Item> sorted = items.stream()
            .sorted(Comparator.comparing((Item item) -> item.alarm().severity()).reversed())
            .sorted(Comparator.comparing((Item item) -> isRoot(item) ? 0 : 1))
            .toList();
        boolean one = items.stream().map((item) -> item.incident().id()).distinct().count() == 1;
        String first = one ? firstMessage(items.get(0).incident().id(), receiver.id(), id) : null;
        return new AlarmMessage(id, first, receiver, sorted);
    }

    private static boolean isRoot(Item item) {
        return item.alarm().id().equals(item.incident().rootAlarmId());
    }

    private String firstMessage(String incidentId, String receiverId, String except) {
        return this.notifications.ofIncident(incidentId)
            .stream()
            .filter((before) -> before.receiverId().equals(receiverId) && before.delivery().sentAt() != null)
            .map((before) -> before.delivery().messageId())
            .filter((messageId) -> !messageId.isEmpty() && !messageId.equals(except))
            .findFirst()
            .orElse(null);
    }

    /** One look at the outbox; asks for each incident once. */
    private final class Look {

        private final Instant now;

        private final List<Silence> active;

        private final Map<String, Optional<Incident>> incidentsById = new HashMap<>();

        private final Map<String, Map<String, Alarm>> alarmsByIncident = new HashMap<>();

        private final Map<String, String> takers = new HashMap<>();

        private Look(Instant now) {
            this.now = now;
            this.active = Grouping.this.silences.list();
        }

        /** What is to be told now; empty if nothing, which is kept with its reason. */
        private Optional<Item> item(Notification due) {
            String incidentId = due.incidentId();
            String alarmId = due.alarmId();
            Incident incident = (incidentId == null) ? null : incident(incidentId);
            Alarm alarm = (incident == null || alarmId == null) ? null : alarm(incident.id(), alarmId);
            if (incident == null || alarm == null) {
                Grouping.this.rows.suppress(due, "its alarm is gone");
                return Optional.empty();
            }
            if (!due.delivery().messageId().isEmpty() || isEnd(due.reason())) {
                return Optional.of(new Item(due, alarm, incident, by(due.reason(), alarm)));
            }
            if (isTooLate(due, alarm)) {
                return Optional.empty();
            }
            Optional<SilencePeriod> silence = SilencePeriod.longest(this.active, alarm, this.now);
            if (silence.isPresent()) {
                Grouping.this.rows.postpone(due, silence.get().until(), silence.get().words());
                return Optional.empty();
            }
            return Optional.of(new Item(due, alarm, incident, ""));
        }

        private String by(Reason reason, Alarm alarm) {
            return switch (reason) {
                case ACKNOWLEDGED -> this.takers.computeIfAbsent(alarm.id(),
                        (id) -> AlarmEvent.lastBy(Grouping.this.alarms.events(id), AlarmEvent.Type.ACKNOWLEDGED));
                case RESOLVED_BY_HAND -> String.valueOf(alarm.progress().resolvedBy());
                default -> "";
            };
        }

        private Incident incident(String id) {
            return this.incidentsById.computeIfAbsent(id, Grouping.this.incidents::find).orElse(null);
        }

        private Alarm alarm(String incidentId, String alarmId) {
            return this.alarmsByIncident
                .computeIfAbsent(incidentId,
                        (id) -> Grouping.this.alarms.ofIncident(id)
                            .stream()
                            .collect(Collectors.toMap(Alarm::id, (alarm) -> alarm)))
                .get(alarmId);
        }

    }

}
