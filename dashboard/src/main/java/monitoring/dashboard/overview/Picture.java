package monitoring.dashboard.overview;

import java.util.Collections;
import java.util.List;

import monitoring.dashboard.inventory.TargetState;
import monitoring.storage.alarm.Incident;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What the first screen shows, at one moment.
 *
 * @param tallies counts by state
 * @param open the open incidents that are shown, the worst first
 * @param openTotal how many are open; null if nobody knows, because the database was away
 * @param changes what changed in the last hour, newest first
 * @param load how full the platform is
 * @param flow how data comes in
 */
public record Picture(List<Tally> tallies, List<Incident> open, @Nullable Integer openTotal,
        List<RecentChanges.Change> changes, Load load, Flows.Flow flow) {

    /** All of it in one sentence: what is open comes first, then what does not run. */
    public Verdict verdict() {
        if (this.openTotal == null || this.tallies.stream().allMatch((tally) -> tally.total() == 0)) {
            return new Verdict("unknown", TargetState.UNKNOWN.key());
        }
        if (!this.open.isEmpty()) {
            return new Verdict("open", tone(this.open.get(0).severity()));
        }
        TargetState worst = Collections.max(this.tallies.stream().map(Tally::worst).toList());
        return new Verdict((worst == TargetState.RUNNING) ? "well" : "partial", worst.key());
    }

    private static String tone(Severity severity) {
        return (severity == Severity.FAIL) ? TargetState.FAILED.key() : severity.code();
    }

    /**
     * Whether the platform is well.
     *
     * @param key of its sentence: well, partial (nothing is open, yet not all runs), open
     * or unknown
     * @param tone key of its colour and icon
     */
    public record Verdict(String key, String tone) {
    }

    /**
     * How full the platform is.
     *
     * @param capacity what is left for containers
     * @param trend CPU and memory of all VMs
     * @param busiest the VMs with the least left
     */
    public record Load(Capacity capacity, Trend.Lines trend, List<Busiest> busiest) {
    }

}
