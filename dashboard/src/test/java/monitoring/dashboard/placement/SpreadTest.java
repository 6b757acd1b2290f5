package monitoring.dashboard.placement;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.TargetState;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadTest {

    private static final App WEB = new App("guid", "web", "", "", 3);

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    @Test
    void warnsWhereOneCellHoldsAllOfAnApp() {
        Spread spread = only(new Placement(List.of(zone("z1", cell(0, 3), cell(1, 0))), List.of(), 3));
        assertThat(spread.name()).isEqualTo("web");
        assertThat(spread.instances()).isEqualTo(3);
        assertThat(spread.isOnOneCell()).isTrue();
    }

    @Test
    void isCalmWhereTheLossOfAZoneIsSurvived() {
        Spread spread = only(new Placement(List.of(zone("z1", cell(0, 1)), zone("z2", cell(1, 2))), List.of(), 3));
        assertThat(spread.cells()).isEqualTo(2);
        assertThat(spread.zones()).isEqualTo(2);
        assertThat(spread.isOnOneCell()).isFalse();
        assertThat(spread.isInOneZone()).isFalse();
    }

    @Test
    void doesNotWarnOfOneInstanceAlone() {
        Spread spread = only(new Placement(List.of(zone("z1", cell(0, 1))), List.of(), 1));
        assertThat(spread.isOnOneCell()).isFalse();
    }

    private static Spread only(Placement placement) {
        List<Spread> spreads = Spread.ofMatches(placement);
        assertThat(spreads).hasSize(1);
        return spreads.get(0);
    }

    private static Placement.ZoneView zone(String name, Placement.CellView... cells) {
        return new Placement.ZoneView(name, List.of(cells));
    }

    private static Placement.CellView cell(int index, int containers) {
        VirtualMachine machine = new VirtualMachine("vm-" + index, "bosh", "paasta", "diego-cell", index, "z1",
                "10.0.1." + index, true, VmState.RUNNING, AT);
        return Placement.CellView.of(new Foundation.Vm(machine, TargetState.RUNNING, AT, List.of()),
                IntStream.range(0, containers)
                    .mapToObj((i) -> new Placement.Tile(WEB, i, TargetState.RUNNING, null, null, null, true, false))
                    .toList());
    }

}
