package monitoring.dashboard.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.UsageTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VmQueryTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private final Usages.Usage usage = usage();

    private final List<Vm> vms = List.of(vm("a", "cf", "router", 10, "10.0.1.9"),
            vm("b", "cf", "router", 9, "10.0.1.10"), vm("c", "cf", "api", 0, "10.0.0.200"),
            vm("d", "mysql", "api", 0, ""));

    private static Usages.Usage usage() {
        UsageTable table = new UsageTable();
        table.put(Resource.CPU, "a", 10);
        table.put(Resource.CPU, "b", 90);
        table.put(Resource.CPU, "c", 50);
        table.put(Resource.MEMORY, "c", 20);
        return new Usages.Usage(table);
    }

    private static Vm vm(String id, String deployment, String job, int index, String ip) {
        return new Vm(new VirtualMachine(id, "bosh", deployment, job, index, "z1", ip, false, VmState.RUNNING, AT),
                TargetState.RUNNING, AT, List.of());
    }

    private String order(List<Vm> all, String sort) {
        return String.join("",
                new VmQuery(null, null, null, null, sort, null).of(all, this.usage)
                    .stream()
                    .map((vm) -> vm.machine().id())
                    .toList());
    }

    @ParameterizedTest
    @CsvSource({ "name,cdba", "-name,abcd", "deployment,cbad", "-deployment,dcba", "address,cabd", "-address,bacd",
            "cpu,bcad", "-cpu,acbd", "memory,cbad", "nonsense,cbad" })
    void sortsByEachColumnInBothDirections(String sort, String expected) {
        assertThat(order(this.vms, sort)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = { "state", "-state", "zone", "seen", "disk", "-disk" })
    void keepsOneOrderWhereAllAreEqual(String sort) {
        List<Vm> shuffled = new ArrayList<>(this.vms);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(order(shuffled, sort)).isEqualTo(order(this.vms, sort)).isEqualTo("cbad");
    }

    @Test
    void groupsByDeploymentAndJobAndCountsAllPages() {
        VmQuery query = new VmQuery(null, null, null, null, "cpu", "tree");
        List<Vm> fitting = query.of(this.vms, this.usage);
        List<VmTree> tree = VmTree.of(fitting, fitting.subList(0, 2));
        assertThat(tree).singleElement().satisfies((cf) -> {
            assertThat(cf.deployment()).isEqualTo("cf");
            assertThat(cf.total()).isEqualTo(3);
            assertThat(cf.counts()).containsEntry(TargetState.RUNNING, 3);
            assertThat(cf.jobs()).extracting(VmTree.Group::name).containsExactly("api", "router");
            assertThat(cf.jobs().get(1).vms()).hasSize(1);
            assertThat(cf.jobs().get(1).total()).isEqualTo(2);
        });
    }

}
