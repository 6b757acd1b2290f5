package monitoring.dashboard.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import monitoring.storage.inventory.JobProcess;
import monitoring.storage.inventory.JobReport;
import org.jspecify.annotations.Nullable;

/**
 * A process of a VM's jobs, as a page shows it.
 *
 * @param process what the director says of it
 * @param icon sign of its state, and its color
 * @param since since when it runs, null where nobody said
 */
public record Job(JobProcess process, String icon, @Nullable Instant since) {

    /** What needs a look comes first, otherwise as the agent tells it. */
    static List<Job> of(JobReport report) {
        return report.processes()
            .stream()
            .sorted(Comparator.comparingInt((process) -> order(process.state())))
            .map((process) -> new Job(process, icon(process.state()),
                    (process.uptime() == null) ? null : report.at().minus(process.uptime())))
            .toList();
    }

    private static int order(JobProcess.State state) {
        return switch (state) {
            case FAILING -> 0;
            case UNKNOWN -> 1;
            case STARTING -> 2;
            case STOPPED -> 3;
            case RUNNING -> 4;
        };
    }

    private static String icon(JobProcess.State state) {
        return switch (state) {
            case FAILING -> "failed";
            case STARTING -> "warning";
            case STOPPED, UNKNOWN -> "unknown";
            case RUNNING -> "running";
        };
    }

}
