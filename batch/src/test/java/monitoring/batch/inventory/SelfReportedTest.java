package monitoring.batch.inventory;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.TargetUsage.LastSeen;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SelfReportedTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private final List<LastSeen> points = new ArrayList<>();

    private final List<VirtualMachine> known = new ArrayList<>();

    private final List<VirtualMachine> replaced = new ArrayList<>();

    private final MetricStore metrics = (MetricStore) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] { MetricStore.class }, (proxy, method, arguments) -> this.points);

    private final InventoryStore inventory = (InventoryStore) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] { InventoryStore.class }, (proxy, method, arguments) -> switch (method.getName()) {
                case "virtualMachines" -> this.known;
                case "appInstances" -> List.of();
                default -> {
                    ((List<?>) arguments[1]).forEach((each) -> this.replaced.add((VirtualMachine) each));
                    yield null;
                }
            });

    @Test
    void knowsAVmByItsOwnPoints() {
        report("host-1", "10.0.0.5", "host");
        refresh();
        assertThat(this.replaced).containsExactly(new VirtualMachine("host-1", SelfReported.NO_DIRECTOR, "host", "web",
                0, "", "10.0.0.5", false, VmState.RUNNING, NOW.minusSeconds(10)));
    }

    @Test
    void leavesToADirectorWhatItKnows() {
        this.known.add(new VirtualMachine("vm-1", "micro-bosh", "paasta", "router", 0, "z1", "10.1.0.7", false,
                VmState.RUNNING, NOW));
        report("vm-1", "10.1.0.7", "paasta");
        report("vm-1-before-it-was-made-anew", "10.1.0.7", "paasta");
        report("host-1", "10.0.0.5", "host");
        refresh();
        assertThat(this.replaced).extracting(VirtualMachine::id).containsExactly("host-1");
    }

    @Test
    void givesAnAddressToOneVmOnly() {
        report("host-1", "10.0.0.5", "host");
        report("host-2", "10.0.0.5", "host");
        refresh();
        assertThat(this.replaced).hasSize(1);
    }

    private void report(String id, String ip, String deployment) {
        Map<String, String> tags = Map.of("id", id, "ip", ip, "origin", "web", "index", "0", "deployment", deployment);
        this.points.add(new LastSeen(new MetricTarget(Origin.VM, tags), NOW.minusSeconds(10)));
    }

    private void refresh() {
        new SelfReported(this.metrics, this.inventory, Clock.fixed(NOW, ZoneOffset.UTC)).refresh();
    }

}
