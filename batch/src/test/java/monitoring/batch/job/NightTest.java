package monitoring.batch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import monitoring.batch.BatchProgram;
import monitoring.batch.notify.DeliveryException;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.Silence;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.State;
import monitoring.storage.notification.Reason;
import monitoring.storage.policy.Threshold;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator may trust at night, told on a time line of half minutes. */
class NightTest {

    private static BatchProgram program;

    private Night night;

    @BeforeAll
    static void start() {
        program = BatchProgram.start(BatchProgram.newDatabase(), List.of(), "batch.scheduled=false",
                "monitoring.influx.url=http://127.0.0.1:9");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void begin() {
        this.night = new Night(program);
    }

    @Test
    void tellsTheReceiversOfTheOriginOnceAndOfTheRecovery() {
        this.night.receiver("ops", Origin.VM, 0);
        this.night.receiver("apps", Origin.CONTAINER, 0);
        play(new double[] { 50, 91, 92, 93, 70 }, "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0", "ops RECOVERED web1/0");
        assertThat(this.night.told.get(1).inReplyTo()).isEqualTo(this.night.told.get(0).id());
        assertThat(this.night.incidents.open()).isEmpty();
    }

    @Test
    void tellsOfTheSameAlarmWhenItGetsWorse() {
        this.night.receiver("ops", null, 0);
        play(new double[] { 85, 95, 95 }, "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0", "ops ESCALATED web1/0");
        assertThat(this.night.open()).containsExactly("web1/0 CPU RAISED CRITICAL");
        assertThat(this.night.incidents.open()).extracting(Incident::severity)
            .containsExactly(monitoring.storage.policy.Severity.CRITICAL);
    }

    @Test
    void repeatsUntilSomebodyTakesIt() {
        this.night.receiver("ops", null, 0);
        play(filled(25, 91), "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0", "ops REPEATED web1/0");
        Alarm alarm = this.night.alarms.open().get(0);
        this.night.alarms.save(alarm.withState(AlarmState.ACKNOWLEDGED));
        play(filled(60, 91), "web1");
        assertThat(this.night.told()).hasSize(2);
        assertThat(this.night.open()).containsExactly("web1/0 CPU ACKNOWLEDGED CRITICAL");
    }

    @Test
    void tellsTheNextOneWhenNobodyTakesIt() {
        this.night.receiver("first", null, 0);
        this.night.receiver("second", null, 1);
        this.night.policy(Origin.VM, Resource.CPU, new Threshold(80, 90));
        play(filled(32, 91), "web1");
        assertThat(this.night.told()).containsSubsequence("first RAISED web1/0", "second RAISED web1/0");
    }

    @Test
    void doesNotTellTheNextOneWhenSomebodyTookIt() {
        this.night.receiver("second", null, 1);
        play(filled(2, 91), "web1");
        this.night.alarms.save(this.night.alarms.open().get(0).withState(AlarmState.ACKNOWLEDGED));
        play(filled(40, 91), "web1");
        assertThat(this.night.told()).isEmpty();
        assertThat(outbox()).extracting((one) -> one.delivery().state()).containsExactly(State.SUPPRESSED);
        assertThat(outbox().get(0).delivery().detail()).startsWith("ACKNOWLEDGED before it was due");
    }

    @Test
    void waitsOutASilence() {
        this.night.receiver("ops", null, 0);
        silence(Duration.ofMinutes(5));
        play(filled(9, 91), "web1");
        assertThat(this.night.told()).isEmpty();
        assertThat(outbox().get(0).delivery().detail()).contains("silenced by kim").contains("patching");
        play(filled(3, 91), "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0");
    }

    @Test
    void tellsNothingOfWhatCameAndWentWithinASilence() {
        this.night.receiver("ops", null, 0);
        silence(Duration.ofMinutes(5));
        play(new double[] { 91, 91, 50, 50 }, "web1");
        play(filled(20, 50), "web1");
        assertThat(this.night.told()).isEmpty();
        assertThat(outbox()).extracting((one) -> one.delivery().state()).containsExactly(State.SUPPRESSED);
        assertThat(outbox().get(0).delivery().detail()).startsWith("RESOLVED before it was due; silenced by kim");
    }

    @Test
    void saysThatThereIsNobodyToTell() {
        play(new double[] { 91 }, "web1");
        assertThat(outbox()).extracting((one) -> one.delivery().detail()).containsExactly("no receiver for VM");
    }

    @Test
    void raisesADeadMachineWhileOthersReport() {
        this.night.receiver("ops", null, 0);
        machines(vm("web1", "z1"), vm("web2", "z1"), vm("web3", "z2"));
        play(filled(3, 20), "web1", "web2", "web3");
        play(filled(5, 20), "web2", "web3");
        assertThat(this.night.open()).containsExactly("web1/0 HEARTBEAT RAISED FAIL");
        play(filled(2, 20), "web1", "web2", "web3");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0", "ops RECOVERED web1/0");
    }

    @Test
    void saysOnceThatAZoneCannotBeSeen() {
        this.night.receiver("ops", null, 0);
        machines(vm("web1", "z1"), vm("web2", "z1"), vm("web3", "z2"));
        play(new double[] { 95 }, "web1", "web2");
        play(filled(1, 20), "web3");
        this.night.told.clear();
        play(filled(10, 20), "web3");
        assertThat(this.night.told()).containsExactly("ops BLIND z1");
        assertThat(this.night.open()).containsExactly("web1/0 CPU RAISED CRITICAL", "web2/0 CPU RAISED CRITICAL",
                "z1 BLIND RAISED FAIL");
    }

    @Test
    void believesTheDirectorThatAZoneIsDead() {
        this.night.receiver("ops", null, 0);
        machines(vm("web1", "z1"), vm("web2", "z1"), vm("web3", "z2"), vm("web4", "z1"));
        play(filled(2, 20), "web1", "web2", "web3", "web4");
        this.night.inventory.replaceVirtualMachines("bosh",
                List.of(this.night.machine("web1", "z1", VmState.UNRESPONSIVE),
                        this.night.machine("web2", "z1", VmState.UNRESPONSIVE),
                        this.night.machine("web4", "z1", VmState.UNRESPONSIVE),
                        this.night.machine("web3", "z2", VmState.RUNNING)),
                this.night.clock.instant());
        play(filled(6, 20), "web3");
        assertThat(this.night.open()).containsExactly("web1/0 HEARTBEAT RAISED FAIL", "web2/0 HEARTBEAT RAISED FAIL",
                "web4/0 HEARTBEAT RAISED FAIL");
        assertThat(this.night.incidents.open()).extracting(Incident::groupKey).containsExactly("zone:z1");
        assertThat(this.night.told).extracting((message) -> message.items().size()).containsExactly(3, 3);
        assertThat(this.night.told()).contains("ops RAISED web1/0", "ops ESCALATED web1/0");
    }

    @Test
    void raisesAndResolvesNothingWhileTheStoreIsAway() {
        this.night.receiver("ops", null, 0);
        machines(vm("web1", "z1"), vm("web2", "z1"));
        play(new double[] { 95 }, "web1", "web2");
        this.night.told.clear();
        this.night.metrics.goAway(true);
        this.night.cycles(240);
        assertThat(this.night.open()).containsExactly("InfluxDB BLIND RAISED FAIL", "web1/0 CPU RAISED CRITICAL",
                "web2/0 CPU RAISED CRITICAL");
        assertThat(this.night.told()).contains("ops BLIND InfluxDB").doesNotContain("ops RECOVERED web1/0");
        this.night.metrics.goAway(false);
        play(new double[] { 95, 95, 50 }, "web1", "web2");
        assertThat(this.night.told()).endsWith("ops RECOVERED web1/0", "ops RECOVERED web2/0");
        assertThat(this.night.told()).contains("ops RECOVERED InfluxDB");
        assertThat(this.night.open()).isEmpty();
    }

    @Test
    void tellsTheCellAndNotItsContainers() {
        this.night.receiver("ops", null, 0);
        machines(vm("cell1", "z1"), vm("cell2", "z2"), vm("web3", "z1"));
        String ip = Night.vm("cell1").ip();
        this.night.inventory.replaceApps(List.of(new App("shop", "shop", "dev", "acme", 3)), IntStream.range(0, 3)
            .mapToObj((index) -> new AppInstance("shop", index, "RUNNING", ip, "", 1, 1, Night.START.minusSeconds(600)))
            .toList(), Night.START);
        for (int cycle = 0; cycle < 3; cycle++) {
            IntStream.range(0, 3).forEach((index) -> this.night.report(Night.container("shop", index, ip), 20));
            this.night.report(Night.container("other", 0, Night.vm("cell2").ip()), 20);
            play(new double[] { 20 }, "cell1", "cell2", "web3");
        }
        for (int cycle = 0; cycle < 8; cycle++) {
            this.night.report(Night.container("other", 0, Night.vm("cell2").ip()), 20);
            play(new double[] { 20 }, "cell2", "web3");
        }
        assertThat(this.night.told()).containsExactly("ops RAISED cell1/0");
        assertThat(this.night.open()).containsExactly("cell1/0 HEARTBEAT RAISED FAIL", "shop[0] HEARTBEAT RAISED FAIL",
                "shop[1] HEARTBEAT RAISED FAIL", "shop[2] HEARTBEAT RAISED FAIL");
        assertThat(this.night.incidents.open()).hasSize(1);
        assertThat(outbox()).filteredOn((one) -> one.delivery().state() == State.SUPPRESSED)
            .hasSize(3)
            .allSatisfy((one) -> assertThat(one.delivery().detail()).startsWith("inhibited by alarm "));
    }

    @Test
    void putsFiveHundredBreachesIntoOneMessage() {
        this.night.receiver("ops", null, 0);
        String[] names = IntStream.range(0, 500).mapToObj((number) -> "web" + number).toArray(String[]::new);
        play(new double[] { 95 }, names);
        assertThat(this.night.told).hasSize(1);
        assertThat(this.night.told.get(0).items()).hasSize(500);
        assertThat(outbox()).extracting((one) -> one.delivery().state()).contains(State.SENT, State.GROUPED);
        play(new double[] { 20 }, names);
        assertThat(this.night.told).hasSize(2);
        assertThat(this.night.open()).isEmpty();
    }

    @Test
    void sendsEverythingOnceAfterTheMailServerCameBack() {
        this.night.receiver("ops", null, 0);
        this.night.refuse(DeliveryException.notTaken("451 greylisted", null));
        play(new double[] { 91, 91, 91 }, "web1");
        this.night.refuse(null);
        play(filled(4, 91), "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0");
        assertThat(outbox().get(0).delivery().detail()).contains("451 greylisted").endsWith("250 OK");
    }

    @Test
    void sendsTheVerySameMessageAgainWhenNobodyKnows() {
        this.night.receiver("ops", null, 0);
        this.night.refuse(DeliveryException.unknown("connection lost after DATA", null));
        play(new double[] { 91 }, "web1");
        String id = outbox().get(0).delivery().messageId();
        this.night.refuse(null);
        play(filled(4, 91), "web1");
        assertThat(this.night.told).singleElement().satisfies((message) -> assertThat(message.id()).isEqualTo(id));
    }

    @Test
    void doesNotMindAClockThatJumps() {
        this.night.receiver("ops", null, 0);
        machines(vm("web1", "z1"), vm("web2", "z2"));
        play(filled(3, 20), "web1", "web2");
        Instant before = this.night.clock.instant();
        this.night.clock.set(before.plus(Duration.ofMinutes(30)));
        this.night.cycles(2);
        this.night.clock.set(before);
        play(filled(3, 20), "web1", "web2");
        assertThat(this.night.told()).doesNotContain("ops RAISED web1/0", "ops RAISED web2/0");
        assertThat(this.night.open()).isEmpty();
    }

    @Test
    void endsTheAlarmOfAMachineThatWasDeleted() {
        this.night.receiver("ops", null, 0);
        machines(vm("web1", "z1"), vm("web2", "z1"));
        play(new double[] { 95 }, "web1", "web2");
        for (int run = 0; run < 3; run++) {
            this.night.inventory.replaceVirtualMachines("bosh",
                    List.of(this.night.machine("web2", "z1", VmState.RUNNING)), this.night.clock.instant());
        }
        play(filled(8, 95), "web2");
        assertThat(this.night.open()).containsExactly("web2/0 CPU RAISED CRITICAL");
    }

    private void play(double[] values, String... names) {
        for (double value : values) {
            for (String name : names) {
                this.night.report(Night.vm(name), value);
            }
            this.night.cycle();
        }
    }

    private static double[] filled(int count, double value) {
        double[] values = new double[count];
        java.util.Arrays.fill(values, value);
        return values;
    }

    private void machines(VirtualMachine... machines) {
        this.night.inventory.replaceVirtualMachines("bosh", List.of(machines), this.night.clock.instant());
    }

    private VirtualMachine vm(String name, String zone) {
        return this.night.machine(name, zone, VmState.RUNNING);
    }

    private void silence(Duration length) {
        Instant now = this.night.clock.instant();
        this.night.silences.save(new Silence("", new Silence.Matcher(null, null, "", "", ""), now, now.plus(length), "",
                "patching", "kim"));
    }

    private List<Notification> outbox() {
        List<Notification> all = new ArrayList<>();
        this.night.incidents.list(false, new monitoring.storage.paging.PageRequest(0, 1000))
            .items()
            .forEach((incident) -> all.addAll(this.night.notifications.ofIncident(incident.id())));
        all.removeIf((one) -> one.reason() == Reason.REPEATED);
        return all;
    }

}
