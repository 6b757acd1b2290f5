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

/**
 * How much memory the cells have left for containers.
 *
 * @param zones by zone
 * @param survivable how many cells could be lost, the largest first, with room left for
 * all containers; -1 where it cannot be said
 */
record Capacity(List<ZoneCapacity> zones, int survivable) {

    static Capacity of(Foundation foundation, Map<String, Double> memoryByVm) {
        Map<String, List<Container>> byCell = foundation.containersByCell();
        Map<String, ZoneCapacity> zones = new TreeMap<>();
        List<Double> sizes = new ArrayList<>();
        double promised = 0;
        for (Vm cell : foundation.cells()) {
            List<Container> own = byCell.getOrDefault(cell.machine().ip(), List.of());
            double quota = own.stream().mapToDouble((one) -> one.instance().memoryQuota()).sum();
            double size = memoryByVm.getOrDefault(cell.machine().id(), 0.0);
            promised += quota;
            if (size > 0 && cell.state() != TargetState.FAILED) {
                sizes.add(size);
            }
            String zone = cell.machine().zone();
            ZoneCapacity one = new ZoneCapacity(zone, 1, own.size(), quota, size);
            zones.merge(zone, one, ZoneCapacity::plus);
        }
        return new Capacity(List.copyOf(zones.values()), survivable(sizes, promised));
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

    /**
     * The cells of a zone.
     *
     * @param zone its name
     * @param cells how many
     * @param containers how many run there
     * @param promised bytes of memory that their quotas promise
     * @param size bytes of memory that the cells have, 0 where not known
     */
    record ZoneCapacity(String zone, int cells, int containers, double promised, double size) {

        ZoneCapacity plus(ZoneCapacity other) {
            return new ZoneCapacity(this.zone, this.cells + other.cells, this.containers + other.containers,
                    this.promised + other.promised, this.size + other.size);
        }

        /** Percent of the memory that is promised, 0 where the size is not known. */
        public double percent() {
            return (this.size > 0) ? this.promised / this.size * 100 : 0;
        }

        public double left() {
            return Math.max(0, this.size - this.promised);
        }

    }

}
