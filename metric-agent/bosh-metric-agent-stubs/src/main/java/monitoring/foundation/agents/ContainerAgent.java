package monitoring.foundation.agents;

import java.util.Map;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.story.Load;
import monitoring.foundation.story.Moment;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Tags;

import org.jspecify.annotations.Nullable;

/**
 * What a cell's agent tells of one app instance. A container that was moved counts anew.
 */
final class ContainerAgent {

    private static final Metric CPU = new Metric("cpu_usage_total");

    private static final Metric LOAD = new Metric("load_average");

    private static final Metric MEMORY = new Metric("memory_usage");

    private static final Metric DISK = new Metric("disk_usage");

    private static final Metric BYTES_IN = new Metric("rx_bytes");

    private static final Metric BYTES_OUT = new Metric("tx_bytes");

    private static final Metric[] FAULTS = { new Metric("rx_errors"), new Metric("rx_dropped"), new Metric("tx_errors"),
            new Metric("tx_dropped") };

    private final FoundationApp app;

    private final int index;

    private final Limits limits;

    private @Nullable FoundationVm cell;

    private @Nullable PointTarget usage;

    private @Nullable PointTarget network;

    private double cpuSeconds;

    private double bytesIn;

    ContainerAgent(FoundationApp app, int index) {
        this.app = app;
        this.index = index;
        this.limits = new Limits(app.memoryQuota(), app.diskQuota());
    }

    /**
     * Measures on a cell.
     * @param instances how many share the app's load
     */
    void measure(Place place, int instances, Load load, PointSink sink) {
        Moment moment = place.moment();
        if (!place.cell().equals(this.cell) || this.usage == null || this.network == null) {
            moveTo(place.cell(), moment);
        }
        double cpu = load.containerCpu(this.app, this.index, instances, moment);
        this.cpuSeconds += cpu / 100 * place.seconds();
        this.bytesIn += cpu * 20_000 * place.seconds();
        double memory = load.containerMemory(this.app, this.index, cpu, moment) / 100 * this.app.memoryQuota();
        double disk = load.containerDisk(this.app) / 100 * this.app.diskQuota();
        sink.value(this.usage, CPU, Math.rint(this.cpuSeconds * 1000) / 1000);
        sink.value(this.usage, LOAD, VmAgent.twoDecimals(cpu / 100));
        sink.limited(this.usage, MEMORY, Math.rint(memory), this.limits);
        sink.limited(this.usage, DISK, Math.rint(disk), this.limits);
        sink.value(this.network, BYTES_IN, Math.rint(this.bytesIn));
        sink.value(this.network, BYTES_OUT, Math.rint(this.bytesIn * 1.7));
        for (Metric fault : FAULTS) {
            sink.value(this.network, fault, 0);
        }
    }

    private void moveTo(FoundationVm cell, Moment moment) {
        this.cell = cell;
        this.cpuSeconds = 0;
        this.bytesIn = 0;
        String connection = this.app.address(this.index) + "-" + cell.ip();
        this.usage = target(moment.containerId(this.app, this.index, cell), connection, cell);
        this.network = target(connection, connection, cell);
    }

    private PointTarget target(String containerId, String containerInterface, FoundationVm cell) {
        return new PointTarget(Measurement.CONTAINER,
                Map.of(Tags.MACHINE, cell.id(), Tags.CELL_IP, cell.ip(), Tags.CONTAINER_ID, containerId,
                        Tags.CONTAINER_INTERFACE, containerInterface, Tags.APPLICATION_ID, this.app.guid(),
                        Tags.APPLICATION_INDEX, Integer.toString(this.index), Tags.APPLICATION_NAME, this.app.name(),
                        Tags.APPLICATION_URL, this.app.route()));
    }

    /**
     * Where and when.
     *
     * @param cell that it runs on
     * @param moment when
     * @param seconds since it was measured last
     */
    record Place(FoundationVm cell, Moment moment, double seconds) {
    }

    /**
     * What an instance may take.
     *
     * @param memory bytes
     * @param disk bytes
     */
    record Limits(long memory, long disk) {
    }

}
