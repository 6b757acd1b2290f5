package monitoring.dashboard.overview;

import java.util.List;

import monitoring.dashboard.inventory.Foundation.Container;
import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.dashboard.inventory.TargetState;

/**
 * The cells of a zone.
 *
 * @param zone its name
 * @param cells how many
 * @param failed how many of them have failed
 * @param containers how many run there, or ran on those that have failed
 * @param promised bytes that the quotas of the containers promise
 * @param size bytes of the cells that have not failed, 0 where not known
 */
public record ZoneCapacity(String zone, int cells, int failed, int containers, CellSize promised, CellSize size) {

    /** The share that one cell has in its zone. */
    static ZoneCapacity of(Vm cell, List<Container> containers, CellSize size) {
        double memory = containers.stream().mapToDouble((one) -> one.instance().memoryQuota()).sum();
        double disk = containers.stream().mapToDouble((one) -> one.instance().diskQuota()).sum();
        return new ZoneCapacity(cell.machine().zone(), 1, (cell.state() == TargetState.FAILED) ? 1 : 0,
                containers.size(), new CellSize(memory, disk), size);
    }

    ZoneCapacity plus(ZoneCapacity other) {
        return new ZoneCapacity(this.zone, this.cells + other.cells, this.failed + other.failed,
                this.containers + other.containers,
                new CellSize(this.promised.memory() + other.promised.memory(),
                        this.promised.disk() + other.promised.disk()),
                new CellSize(this.size.memory() + other.size.memory(), this.size.disk() + other.size.disk()));
    }

    /** Percent of the memory that is promised, 0 where the size is not known. */
    public double memoryPercent() {
        return percent(this.promised.memory(), this.size.memory());
    }

    /** Percent of the disk that is promised, 0 where the size is not known. */
    public double diskPercent() {
        return percent(this.promised.disk(), this.size.disk());
    }

    public double memoryLeft() {
        return Math.max(0, this.size.memory() - this.promised.memory());
    }

    public double diskLeft() {
        return Math.max(0, this.size.disk() - this.promised.disk());
    }

    /**
     * How many containers of the usual size still fit, by memory and disk; -1 where it
     * cannot be said.
     */
    public long containersLeft() {
        double memory = fitting(memoryLeft(), this.promised.memory(), this.size.memory());
        double disk = fitting(diskLeft(), this.promised.disk(), this.size.disk());
        double fit = Math.min(memory, disk);
        return Double.isInfinite(fit) ? -1 : (long) fit;
    }

    private double fitting(double left, double promised, double size) {
        return (size > 0 && promised > 0) ? left / (promised / this.containers) : Double.POSITIVE_INFINITY;
    }

    private static double percent(double promised, double size) {
        return (size > 0) ? promised / size * 100 : 0;
    }

}
