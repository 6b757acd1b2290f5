package monitoring.foundation.agents;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Tags;

/**
 * Writes points as lines of InfluxDB's line protocol, times in seconds, without an object
 * a point: for the backfill, where the metric store's samples would cost more than
 * InfluxDB itself.
 */
final class LinePointSink implements PointSink {

    private static final byte[] PROCESS_STATS = bytes("processStats");

    private static final byte[] VALUE = bytes(Tags.VALUE + "=");

    private static final byte[] APP_MEMORY = bytes("," + Tags.APP_MEMORY + "=");

    private static final byte[] APP_DISK = bytes("," + Tags.APP_DISK + "=");

    private static final byte[] RANK = bytes(Tags.PROCESS_INDEX + "=");

    private static final byte[] PID = bytes("i," + Tags.PROCESS_PID + "=");

    private static final byte[] MEMORY = bytes("i," + Tags.PROCESS_PPID + "=1i," + Tags.MEMORY_USAGE + "=");

    private static final byte[] START = bytes("i," + Tags.START_TIME + "=");

    private final InfluxProperties.Measurements names;

    private final int pointsPerBatch;

    private final LineReceiver receiver;

    private final Map<Measurement, LineBuffer> buffers = new EnumMap<>(Measurement.class);

    private byte[] end = {};

    LinePointSink(InfluxProperties influx, int pointsPerBatch, LineReceiver receiver) {
        this.names = influx.measurements();
        this.pointsPerBatch = pointsPerBatch;
        this.receiver = receiver;
        for (Measurement measurement : Measurement.values()) {
            this.buffers.put(measurement, new LineBuffer(influx.databases().of(measurement)));
        }
    }

    @Override
    public void at(long epochSecond) {
        this.end = bytes(" " + epochSecond + "\n");
    }

    @Override
    public void value(PointTarget target, Metric metric, double value) {
        LineBuffer buffer = begin(target, metric.bytes());
        buffer.append(VALUE).append(value);
        finish(buffer);
    }

    @Override
    public void limited(PointTarget target, Metric metric, double value, ContainerAgent.Limits limits) {
        LineBuffer buffer = begin(target, metric.bytes());
        buffer.append(VALUE)
            .append(value)
            .append(APP_MEMORY)
            .append(limits.memory())
            .append(APP_DISK)
            .append(limits.disk());
        finish(buffer);
    }

    @Override
    public void process(PointTarget target, ProcessPoint process) {
        LineBuffer buffer = begin(target, PROCESS_STATS);
        buffer.append(RANK)
            .append(process.rank())
            .append(PID)
            .append(process.pid())
            .append(MEMORY)
            .append(process.memory())
            .append(START)
            .append(process.start())
            .append('i');
        finish(buffer);
    }

    private LineBuffer begin(PointTarget target, byte[] name) {
        LineBuffer buffer = this.buffers.get(target.measurement());
        return buffer.append(target.head(this.names)).append(name).append(target.tail());
    }

    private void finish(LineBuffer buffer) {
        buffer.append(this.end);
        if (buffer.endLine() >= this.pointsPerBatch) {
            send(buffer);
        }
    }

    @Override
    public void flush() {
        this.buffers.values().forEach(this::send);
    }

    private void send(LineBuffer buffer) {
        if (buffer.lines() > 0) {
            this.receiver.accept(buffer.take());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes batches of lines, and holds up who gives them while it has enough. */
    interface LineReceiver {

        void accept(LineBatch batch);

    }

    /**
     * Lines for one database.
     *
     * @param database where they belong
     * @param lines the lines
     * @param points how many lines
     */
    record LineBatch(String database, byte[] lines, int points) {
    }

}
