package monitoring.metricagent.container;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;

/**
 * One container and what it uses.
 *
 * @param tags the tags of PaaS-TA's contract but {@code name}
 * @param memoryLimit bytes
 * @param diskLimit bytes
 * @param values by the names of PaaS-TA's contract
 */
record Container(Map<String, String> tags, long memoryLimit, long diskLimit, Map<String, Double> values) {

    List<Sample> samples(Instant time) {
        List<Sample> samples = new ArrayList<>(this.values.size());
        this.values.forEach((name, value) -> {
            Map<String, String> named = new HashMap<>(this.tags);
            named.put(Tags.NAME, name);
            samples.add(new Sample(Measurement.CONTAINER, named, Map.of(Tags.VALUE, value, Tags.APP_MEMORY,
                    (double) this.memoryLimit, Tags.APP_DISK, (double) this.diskLimit), time));
        });
        return samples;
    }

    /**
     * A name of an interface as Garden makes it; the identity that PaaS-TA's charts use.
     */
    static String interfaceName(String id, String cellIp) {
        return id + "-" + cellIp;
    }

}
