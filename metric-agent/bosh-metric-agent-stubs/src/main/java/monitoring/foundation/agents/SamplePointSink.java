package monitoring.foundation.agents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;

/** Makes samples of points and hands them on in batches. */
final class SamplePointSink implements PointSink {

    private static final Metric PROCESS_STATS = new Metric("processStats");

    private final int batchSize;

    private final Consumer<List<Sample>> receiver;

    private List<Sample> batch = new ArrayList<>();

    private Instant time = Instant.EPOCH;

    SamplePointSink(int batchSize, Consumer<List<Sample>> receiver) {
        this.batchSize = batchSize;
        this.receiver = receiver;
    }

    @Override
    public void at(long epochSecond) {
        this.time = Instant.ofEpochSecond(epochSecond);
    }

    @Override
    public void value(PointTarget target, Metric metric, double value) {
        add(target, metric, Map.of(Tags.VALUE, value));
    }

    @Override
    public void limited(PointTarget target, Metric metric, double value, ContainerAgent.Limits limits) {
        add(target, metric, Map.of(Tags.VALUE, value, Tags.APP_MEMORY, (double) limits.memory(), Tags.APP_DISK,
                (double) limits.disk()));
    }

    @Override
    public void process(PointTarget target, ProcessPoint process) {
        add(target, PROCESS_STATS,
                Map.of(Tags.PROCESS_INDEX, (long) process.rank(), Tags.PROCESS_PID, (long) process.pid(),
                        Tags.PROCESS_PPID, 1L, Tags.MEMORY_USAGE, process.memory(), Tags.START_TIME, process.start()));
    }

    private void add(PointTarget target, Metric metric, Map<String, Number> fields) {
        Map<String, String> tags = new HashMap<>(target.tags());
        tags.put(target.measurement().nameTag(), metric.name());
        this.batch.add(new Sample(target.measurement(), tags, fields, this.time));
        if (this.batch.size() >= this.batchSize) {
            flush();
        }
    }

    @Override
    public void flush() {
        if (!this.batch.isEmpty()) {
            List<Sample> full = this.batch;
            this.batch = new ArrayList<>(full.size());
            this.receiver.accept(full);
        }
    }

}
