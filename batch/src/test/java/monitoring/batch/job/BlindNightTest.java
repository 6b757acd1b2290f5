package monitoring.batch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import monitoring.storage.alarm.Incident;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.Origin;
import monitoring.storage.notification.Notification.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is dead, what is only not seen, and what is explained by something else. */
class BlindNightTest {

    @RegisterExtension
    static final Nights nights = new Nights();

    private final Night night = nights.begin();

    @Test
    void raisesADeadMachineWhileOthersReport() {
        this.night.receiver("ops", null, 0);
        this.night.machines(this.night.machine("web1", "z1", VmState.RUNNING),
                this.night.machine("web2", "z1", VmState.RUNNING), this.night.machine("web3", "z2", VmState.RUNNING));
        this.night.play(Night.filled(3, 20), "web1", "web2", "web3");
        this.night.play(Night.filled(5, 20), "web2", "web3");
        assertThat(this.night.open()).containsExactly("web1/0 HEARTBEAT RAISED FAIL");
        this.night.play(Night.filled(2, 20), "web1", "web2", "web3");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0", "ops RECOVERED web1/0");
    }

    @Test
    void saysOnceThatAZoneCannotBeSeen() {
        this.night.receiver("ops", null, 0);
        this.night.machines(this.night.machine("web1", "z1", VmState.RUNNING),
                this.night.machine("web2", "z1", VmState.RUNNING), this.night.machine("web3", "z2", VmState.RUNNING));
        this.night.play(new double[] { 95 }, "web1", "web2");
        this.night.play(Night.filled(1, 20), "web3");
        this.night.told.clear();
        this.night.play(Night.filled(10, 20), "web3");
        assertThat(this.night.told()).containsExactly("ops BLIND z1");
        assertThat(this.night.open()).containsExactly("web1/0 CPU RAISED CRITICAL", "web2/0 CPU RAISED CRITICAL",
                "z1 BLIND RAISED FAIL");
    }

    @Test
    void believesTheDirectorThatAZoneIsDead() {
        this.night.receiver("ops", null, 0);
        this.night.machines(this.night.machine("web1", "z1", VmState.RUNNING),
                this.night.machine("web2", "z1", VmState.RUNNING), this.night.machine("web3", "z2", VmState.RUNNING),
                this.night.machine("web4", "z1", VmState.RUNNING));
        this.night.play(Night.filled(2, 20), "web1", "web2", "web3", "web4");
        this.night.inventory.replaceVirtualMachines("bosh",
                List.of(this.night.machine("web1", "z1", VmState.UNRESPONSIVE),
                        this.night.machine("web2", "z1", VmState.UNRESPONSIVE),
                        this.night.machine("web4", "z1", VmState.UNRESPONSIVE),
                        this.night.machine("web3", "z2", VmState.RUNNING)),
                this.night.clock.instant());
        this.night.play(Night.filled(6, 20), "web3");
        assertThat(this.night.open()).containsExactly("web1/0 HEARTBEAT RAISED FAIL", "web2/0 HEARTBEAT RAISED FAIL",
                "web4/0 HEARTBEAT RAISED FAIL");
        assertThat(this.night.incidents.open()).extracting(Incident::groupKey).containsExactly("zone:z1");
        assertThat(this.night.told).extracting((message) -> message.items().size()).containsExactly(3, 3);
        assertThat(this.night.told()).contains("ops RAISED web1/0", "ops ESCALATED web1/0");
    }

    @Test
    void raisesAndResolvesNothingWhileTheStoreIsAway() {
        this.night.receiver("ops", null, 0);
        this.night.machines(this.night.machine("web1", "z1", VmState.RUNNING),
                this.night.machine("web2", "z1", VmState.RUNNING));
        this.night.play(new double[] { 95 }, "web1", "web2");
        this.night.told.clear();
        this.night.metrics.goAway(true);
        this.night.cycles(240);
        assertThat(this.night.open()).containsExactly("InfluxDB BLIND RAISED FAIL", "web1/0 CPU RAISED CRITICAL",
                "web2/0 CPU RAISED CRITICAL");
        assertThat(this.night.told()).contains("ops BLIND InfluxDB").doesNotContain("ops RECOVERED web1/0");
        this.night.metrics.goAway(false);
        this.night.play(new double[] { 95, 95, 50 }, "web1", "web2");
        assertThat(this.night.told()).endsWith("ops RECOVERED web1/0", "ops RECOVERED web2/0");
        assertThat(this.night.told()).contains("ops RECOVERED InfluxDB");
        assertThat(this.night.open()).isEmpty();
    }

    @Test
    void tellsTheCellAndNotItsContainers() {
        this.night.receiver("ops", null, 0);
        this.night.machines(this.night.machine("cell1", "z1", VmState.RUNNING),
                this.night.machine("cell2", "z2", VmState.RUNNING), this.night.machine("web3", "z1", VmState.RUNNING));
        String ip = Night.vm("cell1").ip();
        this.night.inventory.replaceApps(List.of(new App("shop", "shop", "dev", "acme", 3)), IntStream.range(0, 3)
            .mapToObj((index) -> new AppInstance("shop", index, "RUNNING", ip, "", 1, 1, Night.START.minusSeconds(600)))
            .toList(), Night.START);
        for (int cycle = 0; cycle < 3; cycle++) {
            IntStream.range(0, 3).forEach((index) -> this.night.report(Night.container("shop", index, ip), 20));
            this.night.report(Night.container("other", 0, Night.vm("cell2").ip()), 20);
            this.night.play(new double[] { 20 }, "cell1", "cell2", "web3");
        }
        for (int cycle = 0; cycle < 8; cycle++) {
            this.night.report(Night.container("other", 0, Night.vm("cell2").ip()), 20);
            this.night.play(new double[] { 20 }, "cell2", "web3");
        }
        assertThat(this.night.told()).containsExactly("ops RAISED cell1/0");
        assertThat(this.night.open()).containsExactly("cell1/0 HEARTBEAT RAISED FAIL", "shop[0] HEARTBEAT RAISED FAIL",
                "shop[1] HEARTBEAT RAISED FAIL", "shop[2] HEARTBEAT RAISED FAIL");
        assertThat(this.night.incidents.open()).hasSize(1);
        assertThat(this.night.outbox()).filteredOn((one) -> one.delivery().state() == State.SUPPRESSED)
            .hasSize(3)
            .allSatisfy((one) -> assertThat(one.delivery().detail()).startsWith("inhibited by alarm "));
    }

    /** The batch's clock is wrong for two cycles; the agents' are not. */
    @ParameterizedTest
    @ValueSource(strings = { "PT80S", "PT30M", "P1D", "PT-10M", "P-1D" })
    void doesNotMindAClockThatJumps(Duration jump) {
        this.night.receiver("ops", Origin.VM, 0);
        this.night.machines(this.night.machine("web1", "z1", VmState.RUNNING),
                this.night.machine("web2", "z2", VmState.RUNNING));
        report(3);
        Instant before = this.night.clock.instant();
        this.night.clock.set(before.plus(jump));
        this.night.cycles(2);
        this.night.clock.set(before);
        report(3);
        assertThat(this.night.told()).containsOnlyOnce("ops RAISED web1/0")
            .doesNotContain("ops RECOVERED web1/0", "ops REPEATED web1/0", "ops RAISED web2/0");
        assertThat(this.night.open()).containsExactly("web1/0 CPU RAISED CRITICAL");
    }

    private void report(int cycles) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            this.night.report(Night.vm("web1"), 95);
            this.night.report(Night.vm("web2"), 20);
            this.night.cycle();
        }
    }

    @Test
    void endsTheAlarmOfAMachineThatWasDeleted() {
        this.night.receiver("ops", null, 0);
        this.night.machines(this.night.machine("web1", "z1", VmState.RUNNING),
                this.night.machine("web2", "z1", VmState.RUNNING));
        this.night.play(new double[] { 95 }, "web1", "web2");
        for (int run = 0; run < 3; run++) {
            this.night.inventory.replaceVirtualMachines("bosh",
                    List.of(this.night.machine("web2", "z1", VmState.RUNNING)), this.night.clock.instant());
        }
        this.night.play(Night.filled(8, 95), "web2");
        assertThat(this.night.open()).containsExactly("web2/0 CPU RAISED CRITICAL");
    }

    /** PaaS-TA closed all app alarms, and called the director down. */
    @Test
    void keepsTheAlarmsOfAppsOpenWhileTheStoreIsAway() {
        String ip = Night.vm("cell1").ip();
        this.night.policies.app("shop", 50, 80);
        this.night.machines(this.night.machine("cell1", "z1", VmState.RUNNING));
        this.night.inventory.replaceApps(List.of(new App("shop", "shop", "dev", "acme", 1)),
                List.of(new AppInstance("shop", 0, "RUNNING", ip, "", 1, 1, Night.START.minusSeconds(600))),
                Night.START);
        this.night.report(Night.container("shop", 0, ip), 75);
        this.night.play(new double[] { 20 }, "cell1");
        assertThat(this.night.open()).containsExactly("shop[0] CPU RAISED WARNING");
        this.night.metrics.goAway(true);
        this.night.cycles(60);
        assertThat(this.night.open()).containsExactly("InfluxDB BLIND RAISED FAIL", "shop[0] CPU RAISED WARNING");
        this.night.metrics.goAway(false);
        this.night.report(Night.container("shop", 0, ip), 75);
        this.night.play(new double[] { 20 }, "cell1");
        this.night.report(Night.container("shop", 0, ip), 75);
        this.night.play(new double[] { 20 }, "cell1");
        assertThat(this.night.open()).containsExactly("shop[0] CPU RAISED WARNING");
    }

}
