package monitoring.storage.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Samples as PaaS-TA's agents send them: every 30 seconds, over ten minutes. */
public final class SampleFixtures {

    public static final Duration INTERVAL = Duration.ofSeconds(30);

    public static final int COUNT = 20;

    public static final double GIBIBYTE = 1L << 30;

    /**
     * Recent, as a server drops what is older than its retention; on a full ten minutes.
     */
    public static final Instant BEGIN = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 600 * 600 - 1200);

    public static final TimeRange WINDOW = new TimeRange(BEGIN, BEGIN.plus(INTERVAL.multipliedBy(COUNT)));

    private SampleFixtures() {
    }

    public static Map<String, String> vm(String id) {
        return Map.of(Tags.ID, id, Tags.IP, "10.0.0." + id.hashCode() % 7, Tags.ORIGIN, "diego-cell", Tags.INDEX, "3",
                Tags.DEPLOYMENT, "paasta");
    }

    public static Map<String, String> container(String app, int index) {
        return Map.of(Tags.APPLICATION_ID, app, Tags.APPLICATION_INDEX, Integer.toString(index), Tags.APPLICATION_NAME,
                "shop", Tags.CELL_IP, "10.0.1.7", Tags.MACHINE, "cell-7", Tags.CONTAINER_ID, app + "-handle-" + index,
                Tags.CONTAINER_INTERFACE, "s-01025511605" + index, Tags.APPLICATION_URL, "shop.example.org");
    }

    public static Map<String, String> with(Map<String, String> tags, String name, String value) {
        Map<String, String> copy = new HashMap<>(tags);
        copy.put(name, value);
        return copy;
    }

    public static Map<String, String> without(Map<String, String> tags, String name) {
        Map<String, String> copy = new HashMap<>(tags);
        copy.remove(name);
        return copy;
    }

    /** The same value at every interval. */
    public static List<Sample> vm(Map<String, String> vm, String metric, double value) {
        return every(Measurement.VM, with(vm, Tags.METRIC_NAME, metric), (step) -> value);
    }

    /** A value at every interval. */
    public static List<Sample> vm(Map<String, String> vm, String metric, Values values) {
        return every(Measurement.VM, with(vm, Tags.METRIC_NAME, metric), values);
    }

    /**
     * A container's value at every interval, its limits 1 GiB of memory and 2 of disk.
     */
    public static List<Sample> container(Map<String, String> container, String metric, Values values) {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : every(Measurement.CONTAINER, with(container, Tags.NAME, metric), values)) {
            samples
                .add(new Sample(sample.measurement(), sample.tags(), Map.of(Tags.VALUE, sample.fields().get(Tags.VALUE),
                        Tags.APP_MEMORY, GIBIBYTE, Tags.APP_DISK, 2 * GIBIBYTE), sample.time()));
        }
        return samples;
    }

    private static List<Sample> every(Measurement measurement, Map<String, String> tags, Values values) {
        List<Sample> samples = new ArrayList<>();
        for (int step = 0; step < COUNT; step++) {
            samples.add(Sample.of(measurement, tags, values.at(step), BEGIN.plus(INTERVAL.multipliedBy(step))));
        }
        return samples;
    }

    /** Values over time. */
    @FunctionalInterface
    public interface Values {

        double at(int step);

    }

}
