package monitoring.dashboard.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundation.Container;
import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.dashboard.inventory.TargetState;
import monitoring.dashboard.inventory.Usages.Usage;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.UsageTable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CapacityTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");

    private static final long GIB = 1L << 30;

    private final UsageTable usage = new UsageTable();

    private final List<Vm> cells = new ArrayList<>();

    private final List<Container> containers = new ArrayList<>();

    @Test
    void hasNoRoomOnACellThatHasFailedButKeepsWhatItPromised() {
        cell("cell-a", TargetState.RUNNING, 16 * GIB);
        // told its size within the last minutes, but the director gave it up
        cell("cell-b", TargetState.FAILED, 16 * GIB);
        Capacity capacity = capacity();
        assertThat(capacity.zones()).singleElement().satisfies((zone) -> {
            assertThat(zone.cells()).isEqualTo(2);
            assertThat(zone.failed()).isEqualTo(1);
            assertThat(zone.containers()).isEqualTo(2);
            assertThat(zone.memoryLeft()).isEqualTo(8.0 * GIB);
            assertThat(zone.memoryPercent()).isEqualTo(50);
            assertThat(zone.containersLeft()).isEqualTo(2);
        });
        assertThat(capacity.survivable()).isZero();
    }

    @Test
    void saysNothingWhileNobodyReports() {
        cell("cell-a", TargetState.UNKNOWN, 0);
        Capacity capacity = capacity();
        assertThat(capacity.zones()).singleElement()
            .satisfies((zone) -> assertThat(zone.containersLeft()).isEqualTo(-1));
        assertThat(capacity.survivable()).isEqualTo(-1);
    }

    private Capacity capacity() {
        return Capacity.of(new Foundation(NOW, List.of(), this.cells, List.of(), this.containers),
                new Usage(this.usage));
    }

    /** With one container to which 4 GiB are promised. */
    private void cell(String name, TargetState state, long memory) {
        String ip = "10.0.0." + (this.cells.size() + 1);
        this.cells.add(new Vm(new VirtualMachine(name, "bosh", "cf", name, 0, "z1", ip, true, VmState.RUNNING, NOW),
                state, null, List.of()));
        if (memory > 0) {
            this.usage.put(Resource.MEMORY, name, 40);
            this.usage.putWhole(Resource.MEMORY, name, memory);
        }
        this.containers
            .add(new Container(new AppInstance("app", this.cells.size(), "RUNNING", ip, "", 4 * GIB, GIB, NOW),
                    new App("app", "shop", "dev", "acme", 2), TargetState.RUNNING, NOW, List.of()));
    }

}
