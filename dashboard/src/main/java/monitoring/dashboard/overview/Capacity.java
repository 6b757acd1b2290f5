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
 * How much the cells have left for containers.
 *
 * @param zones by zone
 * @param survivable how many cells could be lost, the largest first, with room left for
 * all containers; -1 where it cannot be said
 */
record Capacity(List<ZoneCapacity> zones, int survivable) {

    static Capacity of(Foundation foundation, Usage usage) {
        Map<String, List<Container>> byCell = foundation.containersByCell();
        Map<String, ZoneCapacity> zones = new TreeMap<>();
        List<Double> well = new ArrayList<>();
        double promised = 0;
        for (Vm cell : foundation.cells()) {
            CellSize size = new CellSize(usage.whole(Resource.MEMORY, cell.machine().id()),
                    usage.whole(Resource.DISK, cell.machine().id()));
            String zone = cell.machine().zone();
            ZoneCapacity one = ZoneCapacity.of(zone, byCell.getOrDefault(cell.machine().ip(), List.of()), size);
            promised += one.promised().memory();
            if (size.memory() > 0 && cell.state() != TargetState.FAILED) {
                well.add(size.memory());
            }
            zones.merge(zone, one, ZoneCapacity::plus);
        }
        return new Capacity(List.copyOf(zones.values()), survivable(well, promised));
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
