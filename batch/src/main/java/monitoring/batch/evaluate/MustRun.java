package monitoring.batch.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.ProcessPresence;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;

/**
 * Which of the processes that must run are missing on which VM. A VM that tells of no
 * process at all is not judged.
 */
final class MustRun {

    private static final String EVERY_JOB = "*";

    private final Map<String, Set<String>> processesByJob = new HashMap<>();

    private final Set<String> names = new TreeSet<>();

    private final EvaluateProperties properties;

    MustRun(EvaluateProperties properties) {
        this.properties = properties;
        for (String entry : properties.mustRun()) {
            int colon = entry.indexOf(':');
            String process = entry.substring(colon + 1);
            this.names.add(process);
            this.processesByJob.computeIfAbsent(entry.substring(0, colon), (job) -> new TreeSet<>()).add(process);
        }
    }

    /**
     * What is missing on the VMs that tell of their processes.
     * @return in words, empty where nothing is missing
     */
    Map<MetricTarget, String> missing(MetricStore metrics, Origin origin, Instant now) {
        if (this.names.isEmpty()) {
            return Map.of();
        }
        Map<MetricTarget, String> missing = new HashMap<>();
        metrics.processes(origin, this.names, TimeRange.before(now, this.properties.deadAfter()))
            .forEach((presence) -> missing.put(presence.target(), words(presence)));
        return missing;
    }

    private String words(ProcessPresence presence) {
        List<String> missing = new ArrayList<>();
        Set<String> wanted = new TreeSet<>(this.processesByJob.getOrDefault(EVERY_JOB, Set.of()));
        wanted.addAll(this.processesByJob.getOrDefault(presence.target().tag(Tags.ORIGIN), Set.of()));
        for (String process : wanted) {
            if (!presence.lastSeen().containsKey(process)) {
                missing.add(process);
            }
        }
        return missing.isEmpty() ? "" : String.join(", ", missing) + " does not run: its agent does not tell of it";
    }

}
