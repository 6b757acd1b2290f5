package monitoring.foundation.agents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import monitoring.foundation.agents.Fleet.Part;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.story.Foundation;
import monitoring.foundation.story.Moment;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.TimeRange;

/**
 * Writes what the agents would have measured in a stretch of time, all points of a moment
 * together.
 */
public final class MetricHistory {

    private static final int CONNECTIONS = 2;

    private static final int POINTS_PER_BATCH = 10_000;

    /** Several moments of the same series in one batch cost InfluxDB less. */
    private static final int MOMENTS_TOGETHER = 20;

    private static final int VMS_TOGETHER = 5;

    private final Foundation foundation;

    private final InfluxProperties influx;

    private final boolean processes;

    /**
     * A history of a foundation.
     * @param processes whether the processes of VMs belong to it
     */
    public MetricHistory(Foundation foundation, InfluxProperties influx, boolean processes) {
        this.foundation = foundation;
        this.influx = influx;
        this.processes = processes;
    }

    /**
     * Writes a stretch, in order of time.
     * @param range from when to when
     * @param interval between two measurements
     * @param progress is told how many points are written so far, once each moment
     * @return how many points
     * @throws MetricStoreException if InfluxDB does not take all of them
     */
    public long write(TimeRange range, Duration interval, LongConsumer progress) {
        List<Fleet> fleets = parts();
        try (LineWriter writer = new LineWriter(this.influx, CONNECTIONS)) {
            LinePointSink sink = new LinePointSink(this.influx, POINTS_PER_BATCH, writer);
            for (Instant time = range.from(); range
                .contains(time); time = time.plus(interval.multipliedBy(MOMENTS_TOGETHER))) {
                List<Moment> moments = moments(time, range, interval);
                for (Fleet fleet : fleets) {
                    moments.forEach((moment) -> fleet.measure(moment, this.foundation.instances(), sink));
                }
                progress.accept(writer.written());
            }
            sink.flush();
            writer.finish();
            return writer.written();
        }
    }

    private List<Moment> moments(Instant first, TimeRange range, Duration interval) {
        return Stream.iterate(first, range::contains, (time) -> time.plus(interval))
            .limit(MOMENTS_TOGETHER)
            .map(this.foundation.story()::at)
            .toList();
    }

    private List<Fleet> parts() {
        Layout layout = this.foundation.layout();
        int parts = 1 + layout.vms().size() / VMS_TOGETHER;
        return IntStream.range(0, parts)
            .mapToObj((number) -> new Fleet(layout, new Part(number, parts), this.processes))
            .toList();
    }

}
