package monitoring.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import monitoring.localservers.Mail;
import monitoring.localservers.SmtpInbox;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Alarm.Progress;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.State;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what happened to alarms, what the outbox says of it and what arrived in the inbox
 * against each other.
 *
 * @param desk whose alarms and outbox
 * @param inbox to which all receivers' mails go
 */
record Ledger(Desk desk, SmtpInbox inbox) {

    private static final Pattern LISTED = Pattern.compile("(?m)^- .*?(\\S+/0)");

    /** Somebody takes each alarm that is raised of the machines whose names end so. */
    void take(String ending, String user) {
        AlarmStore alarms = alarms();
        try {
            alarms.open()
                .stream()
                .filter((alarm) -> alarm.target().name().endsWith(ending) && alarm.state() == AlarmState.RAISED)
                .forEach((alarm) -> this.desk.program()
                    .bean(TransactionOperations.class)
                    .executeWithoutResult((status) -> alarms.lock(alarm.id()).ifPresent((kept) -> take(kept, user))));
        }
        catch (DataAccessException ex) {
            return; // a deadlock; it is tried again soon
        }
    }

    private void take(Alarm alarm, String user) {
        Progress progress = alarm.progress();
        Instant now = Instant.now();
        alarms().save(alarm.withState(AlarmState.ACKNOWLEDGED)
            .withProgress(new Progress(progress.startedAt(), progress.raisedAt(), now, null, null, progress.breaches(),
                    progress.inRow(), progress.notifiedAt())));
        alarms().append(new AlarmEvent(alarm.id(), AlarmEvent.Type.ACKNOWLEDGED, alarm.severity(),
                alarm.reading().value(), user, now, ""));
    }

    /** Whether all alarms are raised, and repeated unless somebody took them. */
    boolean isEachRepeated(int count) {
        List<Alarm> open = alarms().open();
        return open.size() == count && open.stream()
            .allMatch((alarm) -> alarm.state() == AlarmState.ACKNOWLEDGED
                    || !times(alarm, AlarmEvent.Type.REPEATED).isEmpty());
    }

    /** All alarms are over, and nobody is to be told any more. */
    void assertSettled(int count) {
        assertThat(over()).hasSize(count);
        assertThat(over()).allSatisfy((alarm) -> assertThat(rows(alarm)).isNotEmpty()
            .noneMatch((row) -> row.delivery().state() == State.QUEUED));
        assertThat(expected().keySet()).isEqualTo(arrived().keySet());
    }

    /**
     * Each step of each alarm was told once to each receiver that it concerns, by the
     * mail that the outbox names, and no mail tells anything else.
     * @param repeat the period
     * @return how many steps were told, by receiver and reason
     */
    Map<String, Integer> assertToldOnce(Duration repeat) {
        Map<String, String> names = desk().program()
            .bean(NotificationStore.class)
            .receivers()
            .stream()
            .collect(Collectors.toMap(Receiver::id, Receiver::name));
        Map<String, Integer> sum = new TreeMap<>();
        for (Alarm alarm : over()) {
            Map<String, Integer> told = new TreeMap<>();
            rows(alarm).forEach((row) -> told.merge(names.get(row.receiverId()) + " " + row.reason(), 1, Integer::sum));
            assertThat(told).as(alarm.target().name()).isEqualTo(due(alarm));
            assertPeriods(alarm, repeat);
            told.forEach((step, times) -> sum.merge(step, times, Integer::sum));
        }
        assertThat(arrived()).isEqualTo(expected());
        List<Mail> all = this.inbox.newestFirst();
        sum.put("mails", all.size());
        sum.put("mails sent again under their Message-ID", all.size() - arrived().size());
        return sum;
    }

    /** What is to be told of an alarm's steps. */
    private Map<String, Integer> due(Alarm alarm) {
        int repeated = times(alarm, AlarmEvent.Type.REPEATED).size();
        boolean taken = alarm.progress().acknowledgedAt() != null;
        Map<String, Integer> due = new TreeMap<>(Map.of("ops RAISED", 1, "ops RECOVERED", 1));
        if (taken) {
            assertThat(repeated).as("repeated, though taken").isZero();
            due.put("ops ACKNOWLEDGED", 1);
        }
        else {
            due.putAll(
                    Map.of("boss RAISED", 1, "boss RECOVERED", 1, "ops REPEATED", repeated, "boss REPEATED", repeated));
        }
        return due;
    }

    /** None too early and none left out; alarms keep whole seconds. */
    private void assertPeriods(Alarm alarm, Duration repeat) {
        List<Instant> told = new ArrayList<>(times(alarm, AlarmEvent.Type.RAISED));
        told.addAll(times(alarm, AlarmEvent.Type.REPEATED));
        if (alarm.progress().acknowledgedAt() == null) {
            told.addAll(times(alarm, AlarmEvent.Type.RECOVERED));
        }
        for (int i = 1; i < told.size(); i++) {
            Duration period = Duration.between(told.get(i - 1), told.get(i));
            assertThat(period).as(alarm.target().name() + " " + told).isLessThan(repeat.multipliedBy(2));
            if (i < told.size() - 1) {
                assertThat(period).as(alarm.target().name() + " " + told).isGreaterThan(repeat.minusSeconds(2));
            }
        }
    }

    /** By Message-ID, whom a mail went to and which machines it lists. */
    private Map<String, String> arrived() {
        Map<String, String> arrived = new HashMap<>();
        for (Mail mail : this.inbox.newestFirst()) {
            Set<String> machines = LISTED.matcher(String.valueOf(mail.text()))
                .results()
                .map((MatchResult one) -> one.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
            arrived.put(String.valueOf(mail.messageId()), mail.to() + " " + machines);
        }
        return arrived;
    }

    /** The same as the outbox has it. */
    private Map<String, String> expected() {
        Map<String, String> addresses = desk().program()
            .bean(NotificationStore.class)
            .receivers()
            .stream()
            .collect(Collectors.toMap(Receiver::id, Receiver::address));
        Map<String, Set<String>> machines = new HashMap<>();
        Map<String, String> receivers = new HashMap<>();
        for (Alarm alarm : over()) {
            for (Notification row : rows(alarm)) {
                machines.computeIfAbsent(row.delivery().messageId(), (id) -> new TreeSet<>())
                    .add(alarm.target().name());
                receivers.put(row.delivery().messageId(), String.valueOf(addresses.get(row.receiverId())));
            }
        }
        Map<String, String> expected = new HashMap<>();
        machines.forEach((id, listed) -> expected.put(id, receivers.get(id) + " " + listed));
        return expected;
    }

    private List<Alarm> over() {
        return alarms().resolvedSince(Instant.EPOCH);
    }

    /** What was not left out on purpose. */
    private List<Notification> rows(Alarm alarm) {
        return this.desk.program()
            .bean(NotificationStore.class)
            .ofAlarm(alarm.id())
            .stream()
            .filter((row) -> row.delivery().state() != State.SUPPRESSED)
            .toList();
    }

    private List<Instant> times(Alarm alarm, AlarmEvent.Type type) {
        return alarms().events(alarm.id())
            .stream()
            .filter((event) -> event.type() == type)
            .map(AlarmEvent::at)
            .toList();
    }

    private AlarmStore alarms() {
        return this.desk.program().bean(AlarmStore.class);
    }

}
