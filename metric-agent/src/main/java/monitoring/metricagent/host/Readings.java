package monitoring.metricagent.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;

/** Collects the values of one reading under the tags of this VM. */
final class Readings {

    private final Measurement measurement;

    private final Map<String, String> identity;

    private final Instant time;

    private final List<Sample> samples = new ArrayList<>(128);

    Readings(Measurement measurement, Map<String, String> identity, Instant time) {
        this.measurement = measurement;
        this.identity = identity;
        this.time = time;
    }

    /** Keeps a value; leaves out what is no number, such as a share of nothing. */
    Readings add(String name, double value) {
        if (Double.isFinite(value)) {
            this.samples.add(Sample.of(this.measurement, with(Tags.METRIC_NAME, name), value, this.time));
        }
        return this;
    }

    private Map<String, String> with(String tag, String value) {
        Map<String, String> tags = new HashMap<>(this.identity);
        tags.put(tag, value);
        return tags;
    }

    List<Sample> samples() {
        return this.samples;
    }

}
