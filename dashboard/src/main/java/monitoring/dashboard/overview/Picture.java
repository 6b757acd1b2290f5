package monitoring.dashboard.overview;

import java.util.List;

import monitoring.storage.alarm.Incident;
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

    /** All of it in one sentence. */
    public Verdict verdict() {
        return Verdict.of(this.tallies, this.open, this.openTotal);
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
