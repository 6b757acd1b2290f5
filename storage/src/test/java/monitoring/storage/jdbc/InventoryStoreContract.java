package monitoring.storage.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.Change;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.JobProcess;
import monitoring.storage.inventory.JobReport;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.inventory.Zone;
import monitoring.storage.metric.TimeRange;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What every inventory store does. */
abstract class InventoryStoreContract {

    private static final Instant T0 = Instant.parse("2026-11-20T15:00:00Z");

    private static final Instant T1 = T0.plusSeconds(60);

    private static final Instant T2 = T0.plusSeconds(120);

    abstract SqlStores stores();

    private InventoryStore inventory() {
        return stores().inventory();
    }

    static VirtualMachine machine(String id, String zone, int index) {
        return machine("d", id, zone, index, VmState.RUNNING);
    }

    private static VirtualMachine machine(String director, String id, String zone, int index, VmState state) {
        return new VirtualMachine(id, director, "cf", "diego-cell", index, zone, "10.0.1." + (17 + index), true, state,
                T0);
    }

    @Test
    void keepsWhatTheDirectorReports() {
        List<VirtualMachine> machines = List.of(machine("a", "z1", 0), machine("b", "z2", 1));
        inventory().replaceVirtualMachines("d", machines, T0);
        assertThat(inventory().virtualMachines()).isEqualTo(machines);
        assertThat(inventory().virtualMachine("b")).contains(machines.get(1));
        assertThat(inventory().virtualMachine("c")).isEmpty();
        assertThat(inventory().zones()).extracting(Zone::name).containsExactly("z1", "z2");
    }

    @Test
    void keepsWhatADirectorSaysOfTheJobs() {
        JobProcess rep = new JobProcess("rep", JobProcess.State.RUNNING, Duration.ofDays(3), 12.5, 1L << 30, 25.1);
        JobProcess dead = new JobProcess("route\temitter", JobProcess.State.FAILING, null, null, null, null);
        inventory().replaceJobs("d",
                List.of(new JobReport("a", T0, List.of(rep, dead)), new JobReport("b", T0, List.of())));
        inventory().replaceJobs("e", List.of(new JobReport("c", T0, List.of(rep)), new JobReport("a", T1, List.of())));
        assertThat(inventory().jobs("a").orElseThrow().processes()).containsExactly(rep,
                new JobProcess("route emitter", JobProcess.State.FAILING, null, null, null, null));
        assertThat(inventory().jobs("b")).contains(new JobReport("b", T0, List.of()));
        inventory().replaceJobs("d", List.of(new JobReport("b", T1, List.of(rep))));
        assertThat(inventory().jobs("a")).isEmpty();
        assertThat(inventory().jobs("b")).contains(new JobReport("b", T1, List.of(rep)));
        assertThat(inventory().jobs("c")).isPresent();
        List<JobProcess> many = Collections.nCopies(1000, rep);
        inventory().replaceJobs("d", List.of(new JobReport("b", T2, many)));
        assertThat(inventory().jobs("b").orElseThrow().processes()).hasSizeBetween(200, 999).containsOnly(rep);
    }

    @Test
    void takesOverChangesAndKeepsTheRow() {
        inventory().replaceVirtualMachines("d", List.of(machine("a", "z1", 0), machine("b", "z1", 1)), T0);
        Long row = rowOf("a");
        inventory().replaceVirtualMachines("d",
                List.of(machine("d", "a", "z2", 0, VmState.FAILING), machine("b", "z1", 1)), T1);
        assertThat(inventory().virtualMachine("a")).hasValueSatisfying((machine) -> {
            assertThat(machine.state()).isEqualTo(VmState.FAILING);
            assertThat(machine.zone()).isEqualTo("z2");
            assertThat(machine.seenAt()).isEqualTo(T1);
        });
        assertThat(inventory().virtualMachine("b").orElseThrow().seenAt()).isEqualTo(T1);
        assertThat(rowOf("a")).isEqualTo(row);
    }

    private Long rowOf(String guid) {
        return stores().sql().sql("select id from vms where guid = ?").param(guid).query(Long.class).single();
    }

    @Test
    void forgetsAMachineAfterTwoReportsWithoutIt() {
        inventory().replaceVirtualMachines("d", List.of(machine("a", "z1", 0), machine("b", "z2", 1)), T0);
        inventory().replaceVirtualMachines("d", List.of(machine("a", "z1", 0)), T1);
        assertThat(inventory().virtualMachine("b").orElseThrow().seenAt()).isEqualTo(T0);
        inventory().replaceVirtualMachines("d", List.of(machine("a", "z1", 0)), T2);
        assertThat(inventory().virtualMachine("b")).isEmpty();
        assertThat(inventory().zones()).extracting(Zone::name).containsExactly("z1");
    }

    @Test
    void countsReportsInARowOnly() {
        VirtualMachine machine = machine("a", "z1", 0);
        inventory().replaceVirtualMachines("d", List.of(machine), T0);
        inventory().replaceVirtualMachines("d", List.of(), T1);
        inventory().replaceVirtualMachines("d", List.of(machine), T1);
        inventory().replaceVirtualMachines("d", List.of(), T2);
        assertThat(inventory().virtualMachine("a")).isPresent();
    }

    @Test
    void leavesMachinesOfOtherDirectorsAlone() {
        inventory().replaceVirtualMachines("d", List.of(machine("a", "z1", 0)), T0);
        VirtualMachine other = machine("e", "x", "z1", 0, VmState.RUNNING);
        inventory().replaceVirtualMachines("e", List.of(other), T0);
        inventory().replaceVirtualMachines("e", List.of(), T1);
        inventory().replaceVirtualMachines("e", List.of(), T2);
        assertThat(inventory().virtualMachines()).extracting(VirtualMachine::id).containsExactly("a");
    }

    @Test
    void takesOverAMachineThatReportedByItselfBefore() {
        VirtualMachine own = machine("", "a", "z1", 0, VmState.RUNNING);
        VirtualMachine other = machine("", "b", "z1", 1, VmState.RUNNING);
        inventory().replaceVirtualMachines("", List.of(own, other), T0);
        Long row = rowOf("a");
        inventory().replaceVirtualMachines("d", List.of(machine("a", "z1", 0)), T1);
        inventory().replaceVirtualMachines("d", List.of(machine("a", "z1", 0)), T2);
        assertThat(rowOf("a")).isEqualTo(row);
        assertThat(inventory().virtualMachines()).extracting(VirtualMachine::id, VirtualMachine::director)
            .containsExactlyInAnyOrder(tuple("a", "d"), tuple("b", ""));
    }

    @Test
    void keepsEachChangeOnceForAMonth() {
        Change update = new Change("d", "41", "cf", "update deployment", "admin", T0);
        Change push = new Change("cf", "shop@1", "shop", "changed", "", T1);
        inventory().keepChanges(List.of(update, push), T1);
        inventory().keepChanges(List.of(update, new Change("d", "42", "cf", "recreate instance", "kim", T1)), T2);
        TimeRange both = new TimeRange(T0, T2);
        assertThat(inventory().changes("cf", both)).extracting(Change::id).containsExactly("42", "41");
        assertThat(inventory().changes("cf", new TimeRange(T0, T1))).containsExactly(update);
        assertThat(inventory().changes("shop", both)).containsExactly(push);
        assertThat(inventory().changes(Set.of("cf", "shop"), both, 9)).extracting(Change::id)
            .containsExactly("shop@1", "42", "41");
        assertThat(inventory().changes(Set.of("cf", "shop"), both, 1)).containsExactly(push);
        assertThat(inventory().changes(Set.of("cf", "shop"), new TimeRange(T0, T1), 9)).containsExactly(update);
        assertThat(inventory().changes(Set.of(), both, 9)).isEmpty();
        inventory().keepChanges(List.of(), T2.plus(Duration.ofDays(31)));
        assertThat(inventory().changes("cf", both)).isEmpty();
    }

    @Test
    void keepsTheRowOfAMachineThatPaasTaKnew() {
        stores().sql().sql("insert into zones (name) values ('z1')").update();
        stores().sql()
            .sql("insert into vms (zone_id, name, ip, vm_type) select id, 'cell/0', '10.0.1.17', 'cel' from zones")
            .update();
        stores().sql()
            .sql("insert into vms (zone_id, name, ip, vm_type) select id, 'gone/0', '10.0.1.99', 'vms' from zones")
            .update();
        Long row = stores().sql().sql("select id from vms where name = 'cell/0'").query(Long.class).single();
        assertThat(inventory().virtualMachines()).isEmpty();
        inventory().replaceVirtualMachines("d", List.of(machine("a", "z1", 0)), T0);
        assertThat(rowOf("a")).isEqualTo(row);
        inventory().replaceVirtualMachines("d", List.of(machine("a", "z1", 0)), T1);
        assertThat(stores().sql().sql("select count(*) from vms").query(Long.class).single()).isOne();
    }

    @Test
    void keepsWhatTheCloudControllerReports() {
        App music = new App("g1", "music", "space", "org", 2);
        App shop = new App("g2", "shop", "space", "org", 1);
        List<AppInstance> instances = List.of(instance("g1", 0, "10.0.1.17", T0), instance("g1", 1, "10.0.1.18", T0),
                instance("g2", 0, "", T0));
        inventory().replaceApps(List.of(shop, music), instances, T0);
        assertThat(inventory().apps()).containsExactly(music, shop);
        assertThat(inventory().app("g2")).contains(shop);
        assertThat(inventory().appInstances()).isEqualTo(instances);
        assertThat(inventory().appInstances(instances.get(0).appGuid())).isNotEmpty()
            .isEqualTo(instances.stream().filter((one) -> one.appGuid().equals(instances.get(0).appGuid())).toList());
        assertThat(inventory().appInstances("nobody's")).isEmpty();
    }

    @Test
    void remembersSinceWhenAnInstanceRunsOnItsCell() {
        inventory().replaceApps(List.of(), List.of(instance("g1", 0, "10.0.1.17", T0), instance("g1", 1, "c", T0)), T0);
        inventory().replaceApps(List.of(), List.of(instance("g1", 0, "10.0.1.17", T1), instance("g1", 1, "d", T1)), T1);
        assertThat(inventory().appInstances()).extracting(AppInstance::since).containsExactly(T0, T1);
    }

    @Test
    void forgetsAppsAndInstancesAfterTwoReportsWithoutThem() {
        App music = new App("g1", "music", "space", "org", 2);
        inventory().replaceApps(List.of(music), List.of(instance("g1", 0, "c", T0), instance("g1", 1, "c", T0)), T0);
        inventory().replaceApps(List.of(), List.of(instance("g1", 0, "c", T0)), T1);
        assertThat(inventory().apps()).containsExactly(music);
        assertThat(inventory().appInstances()).hasSize(2);
        inventory().replaceApps(List.of(), List.of(instance("g1", 0, "c", T0)), T2);
        assertThat(inventory().apps()).isEmpty();
        assertThat(inventory().appInstances()).hasSize(1);
    }

    @Test
    void countsAVersionOfAppsUpWhenTheyAreOthers() {
        App music = new App("g1", "music", "space", "org", 2);
        List<AppInstance> here = List.of(instance("g1", 0, "c", T0));
        long begin = inventory().appsVersion();
        inventory().replaceApps(List.of(music), here, T0);
        long first = inventory().appsVersion();
        assertThat(first).isNotEqualTo(begin);
        inventory().replaceApps(List.of(music), List.of(instance("g1", 0, "c", T1)), T1);
        assertThat(inventory().appsVersion()).as("the same on the same cell").isEqualTo(first);
        inventory().replaceApps(List.of(music), List.of(instance("g1", 0, "d", T1)), T1);
        long moved = inventory().appsVersion();
        assertThat(moved).isNotEqualTo(first);
        inventory().replaceApps(List.of(new App("g1", "music", "space", "org", 3)), List.of(instance("g1", 0, "d", T1)),
                T1);
        long scaled = inventory().appsVersion();
        assertThat(scaled).isNotEqualTo(moved);
        inventory().replaceApps(List.of(), List.of(), T1);
        inventory().replaceApps(List.of(), List.of(), T2);
        assertThat(inventory().appInstances()).isEmpty();
        assertThat(inventory().appsVersion()).isNotEqualTo(scaled);
    }

    @Test
    void tellsWhenAppsWereLastSeenAlsoWhereTheyAreTheSame() {
        App music = new App("g1", "music", "space", "org", 2);
        inventory().replaceApps(List.of(music), List.of(), T0);
        assertThat(inventory().appsSeenAt()).contains(T0);
        inventory().replaceApps(List.of(music), List.of(), T1);
        assertThat(inventory().appsSeenAt()).contains(T1);
    }

    private static AppInstance instance(String app, int index, String cell, Instant since) {
        return new AppInstance(app, index, "RUNNING", cell, "10.255.0.1-" + cell, 1L << 30, 1L << 31, since);
    }

}
