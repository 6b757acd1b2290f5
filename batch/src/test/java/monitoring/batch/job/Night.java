package monitoring.batch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import monitoring.batch.BatchProgram;
import monitoring.batch.evaluate.EvaluateProperties;
import monitoring.batch.evaluate.Evaluation;
import monitoring.batch.incident.IncidentProperties;
import monitoring.batch.incident.Snapshots;
import monitoring.batch.notify.AlarmMessage;
import monitoring.batch.notify.Grouping;
import monitoring.batch.notify.Message;
import monitoring.batch.notify.ScalingGrouping;
import monitoring.batch.notify.Notifier;
import monitoring.batch.notify.NotifyProperties;
import monitoring.batch.notify.Outbox;
import monitoring.batch.notify.Receipt;
import monitoring.batch.notify.Telling;
import monitoring.localservers.HandClock;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStep;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.alarm.SilenceStore;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Tags;
import monitoring.storage.notification.MessageText;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.notification.Receiver.Channel;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.policy.Severity;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Notification;
import monitoring.storage.policy.Threshold;
import monitoring.storage.scaling.ScalingStore;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The stages on real tables, in virtual time: one cycle each half minute. */
final class Night {

    static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    private static final Duration CYCLE = Duration.ofSeconds(30);

    private static final List<String> TABLES = List.of("alarms", "open_alarms", "pending_alarms", "alarm_events",
            "incidents", "notifications", "vms", "zones", "apps", "app_instances", "silences", "alarm_targets",
            "receivers", "app_alarm_policies", "foundation_changes");

    final HandClock clock = new HandClock(START);

    final FakeMetrics metrics = new FakeMetrics();

    final FakeLogs logs = new FakeLogs();

    final List<AlarmMessage> told = new ArrayList<>();

    final AlarmStore alarms;

    final NotificationStore notifications;

    final SilenceStore silences;

    final InventoryStore inventory;

    final IncidentStore incidents;

    final NightPolicies policies;

    private final Evaluation evaluation;

    private final AlarmKeeper alarmKeeper;

    private final IncidentKeeper incidentKeeper;

    private final PeopleKeeper peopleKeeper;

    private final Outbox outbox;

    private @Nullable RuntimeException refusal;

    private @Nullable Runnable whileSending;

    Night(BatchProgram program) {
        this(program, List.of());
    }

    /** With ways to send that are real. */
    Night(BatchProgram program, List<Notifier> notifiers) {
        this.alarms = program.bean(AlarmStore.class);
        this.notifications = program.bean(NotificationStore.class);
        this.silences = program.bean(SilenceStore.class);
        this.inventory = program.bean(InventoryStore.class);
        this.incidents = program.bean(IncidentStore.class);
        PolicyStore policyStore = program.bean(PolicyStore.class);
        this.policies = new NightPolicies(policyStore);
        JdbcTemplate jdbc = program.bean(JdbcTemplate.class);
        TABLES.forEach((table) -> jdbc.update("delete from " + table));
        TransactionOperations transaction = program.bean(TransactionOperations.class);
        NotifyProperties notify = Nights.notifyBy("http://localhost:8080");
        Telling telling = new Telling(this.notifications, this.silences, policyStore, notify, this.clock);
        this.evaluation = evaluation(this.metrics);
        this.alarmKeeper = new AlarmKeeper(this.alarms, this.incidents, telling, transaction, this.clock);
        this.incidentKeeper = new IncidentKeeper(this.alarms, this.incidents,
                new Snapshots(this.metrics, this.logs, program.bean(ScalingStore.class), this.inventory), telling,
                notify, transaction, this.clock);
        this.peopleKeeper = new PeopleKeeper(this.alarms, this.incidents, telling, transaction, this.clock);
        this.outbox = new Outbox(this.notifications,
                new Grouping(this.notifications, this.alarms, this.incidents, this.silences, policyStore,
                        new ScalingGrouping(this.notifications, program.bean(ScalingStore.class), this.inventory),
                        notify),
                notifiers.isEmpty() ? List.of(new Listener()) : notifiers,
                new DeliveryAlarms(this.alarms, this.incidents, telling, this.clock), notify, transaction, this.clock);
        this.policies.set(Origin.VM, Resource.CPU, new Threshold(80, 90));
        this.policies.set(Origin.CONTAINER, Resource.CPU, new Threshold(80, 90));
    }

    private Evaluation evaluation(MetricStore store) {
        return new Evaluation(store, this.logs, this.policies.store(), this.alarms, this.inventory,
                new EvaluateProperties(Duration.ofSeconds(90), Duration.ofHours(1), 0.9, Duration.ofMinutes(10), 3,
                        Duration.ofHours(1), 5, List.of("router:gorouter", "*:rsyslogd"), Duration.ofMinutes(10)),
                this.clock);
    }

    List<AlarmStep> evaluate() {
        return this.evaluation.evaluate();
    }

    List<AlarmStep> evaluateWith(MetricStore store) {
        return evaluation(store).evaluate();
    }

    /** Something happens while the next message is being sent. */
    void whileSending(Runnable what) {
        this.whileSending = what;
    }

    /** The part of a cycle that sees values and keeps the steps. */
    void judge() {
        List<AlarmStep> steps = this.evaluation.evaluate();
        if (!steps.isEmpty()) {
            this.alarmKeeper.write(new Chunk<>(steps));
        }
    }

    /** One cycle of all jobs, then half a minute passes. */
    void cycle() {
        judge();
        this.incidentKeeper
            .write(new Chunk<>(this.incidentKeeper.plans(new IncidentProperties(3, Duration.ofMinutes(10)))));
        this.peopleKeeper.follow();
        this.outbox.due().forEach(this.outbox::deliver);
        this.clock.forward(CYCLE);
    }

    void addSnapshots() {
        this.incidentKeeper.addSnapshots(() -> true);
    }

    void cycles(int count) {
        for (int i = 0; i < count; i++) {
            cycle();
        }
    }

    /** Somebody takes or resolves an alarm on the dashboard. */
    void decide(AlarmState state) {
        Alarm alarm = this.alarms.open().get(0);
        Alarm.Progress progress = alarm.progress();
        Instant now = this.clock.instant();
        boolean over = state == AlarmState.RESOLVED;
        this.alarms.save(alarm.withState(state)
            .withProgress(new Alarm.Progress(progress.startedAt(), progress.raisedAt(), now, over ? now : null,
                    over ? "kim" : null, progress.breaches(), progress.inRow(), progress.notifiedAt())));
    }

    /** The server refuses from now on; null: it takes everything. */
    void refuse(@Nullable RuntimeException failure) {
        this.refusal = failure;
    }

    void report(MetricTarget target, double cpu) {
        this.metrics.report(target, Resource.CPU, cpu, this.clock.instant().minusSeconds(5));
    }

    static MetricTarget vm(String name) {
        return new MetricTarget(Origin.VM, Map.of(Tags.ID, name, Tags.ORIGIN, name, Tags.INDEX, "0", Tags.IP,
                "10.0.0." + name.replaceAll("\\D", ""), Tags.DEPLOYMENT, "cf"));
    }

    static MetricTarget container(String app, int index, String cellIp) {
        return new MetricTarget(Origin.CONTAINER, Map.of(Tags.APPLICATION_ID, app, Tags.APPLICATION_NAME, app,
                Tags.APPLICATION_INDEX, String.valueOf(index), Tags.CELL_IP, cellIp));
    }

    VirtualMachine machine(String name, String zone, VmState state) {
        MetricTarget target = vm(name);
        return new VirtualMachine(name, "bosh", "cf", name, 0, zone, target.ip(), name.startsWith("cell"), state,
                this.clock.instant());
    }

    void receiver(Receiver receiver) {
        this.notifications.save(receiver, "test");
    }

    Receiver receiver(String name, @Nullable Origin origin, int level) {
        return this.notifications.save(new Receiver("", name, Channel.MAIL, name + "@example.org", "",
                new Receiver.Scope(origin, "", "", Severity.WARNING, level),
                new Receiver.Style(java.util.Locale.ENGLISH, java.time.ZoneOffset.UTC, 0), true), "test");
    }

    void play(double[] values, String... names) {
        for (double value : values) {
            for (String name : names) {
                report(vm(name), value);
            }
            cycle();
        }
    }

    static double[] filled(int count, double value) {
        return DoubleStream.generate(() -> value).limit(count).toArray();
    }

    void machines(VirtualMachine... machines) {
        this.inventory.replaceVirtualMachines("bosh", List.of(machines), this.clock.instant());
    }

    /** The outbox without repetitions. */
    List<Notification> outbox() {
        return this.incidents.list(false, new PageRequest(0, 1000))
            .items()
            .stream()
            .flatMap((incident) -> this.notifications.ofIncident(incident.id()).stream())
            .filter((one) -> one.reason() != Reason.REPEATED)
            .toList();
    }

    /** What was told: receiver, reason, target, of each item. */
    List<String> told() {
        return this.told.stream()
            .flatMap((message) -> message.items()
                .stream()
                .map((item) -> String.join(" ", message.receiver().name(), item.notification().reason().name(),
                        item.alarm().target().name())))
            .toList();
    }

    /** Open alarms: target, resource, state and severity. */
    List<String> open() {
        return this.alarms.open().stream().map(Night::words).sorted().toList();
    }

    static String words(Alarm alarm) {
        return alarm.target().name() + " " + alarm.resource() + " " + alarm.state() + " " + alarm.severity();
    }

    /** Remembers what it was given. */
    private final class Listener implements Notifier {

        @Override
        public Channel channel() {
            return Channel.MAIL;
        }

        @Override
        public Receipt send(Message message) {
            RuntimeException failure = Night.this.refusal;
            if (failure != null) {
                throw failure;
            }
            Night.this.told.add((AlarmMessage) message);
            Runnable meanwhile = Night.this.whileSending;
            Night.this.whileSending = null;
            if (meanwhile != null) {
                meanwhile.run();
            }
            return new Receipt("250 OK", new MessageText("title", "body"));
        }

    }

}
