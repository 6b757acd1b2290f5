package monitoring.dashboard.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundation.Container;
import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.dashboard.inventory.TargetState;
import monitoring.dashboard.inventory.Usages.Usage;
import monitoring.storage.metric.Resource;

/**
 * How much the cells have left for containers. A cell counts with its size until it has
 * failed: silent for {@code dashboard.inventory.silent-after} while others report, or
 * given up by the director. From then on it has no room, but what was promised on it
 * still counts, as it needs room elsewhere. While nobody reports, nothing can be said.
 *
 * @param zones by zone
 * @param survivable how many cells could be lost, the largest first, with room left for
 * all containers; -1 where it cannot be said
 */
public record Capacity(List<ZoneCapacity> zones, int survivable) {

    static Capacity of(Foundation foundation, Usage usage) {
        Map<String, List<Container>> byCell = foundation.containersByCell();
        Map<String, ZoneCapacity> zones = new TreeMap<>();
        List<Double> well = new ArrayList<>();
        double promised = 0;
        for (Vm cell : foundation.cells()) {
            List<Container> containers = byCell.getOrDefault(cell.machine().ip(), List.of());
            ZoneCapacity one = ZoneCapacity.of(cell, containers, size(cell, usage));
            promised += one.promised().memory();
            if (one.size().memory() > 0) {
                well.add(one.size().memory());
            }
            zones.merge(one.zone(), one, ZoneCapacity::plus);
        }
        return new Capacity(List.copyOf(zones.values()), survivable(well, promised));
    }

    private static CellSize size(Vm cell, Usage usage) {
        String id = cell.machine().id();
        return (cell.state() == TargetState.FAILED) ? CellSize.UNKNOWN
                : new CellSize(usage.whole(Resource.MEMORY, id), usage.whole(Resource.DISK, id));
    }

    private static int survivable(List<Double> sizes, double promised) {
        if (sizes.isEmpty()) {
            return -1;
        }
        sizes.sort(Comparator.reverseOrder());
        double left = sizes.stream().mapToDouble(Double::doubleValue).sum();
        int lost = 0;
        for (double size : sizes) {
            left -= size;
            if (left < promised) {
                break;
            }
            lost++;
        }
        return lost;
    }

}
