package monitoring.dashboard.overview;

import java.util.Collections;
import java.util.List;

import monitoring.dashboard.inventory.TargetState;
import monitoring.storage.alarm.Incident;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Whether the platform is well: what is open comes first, then what does not run.
 *
 * @param key of its sentence: well, partial (nothing is open, yet not all runs), open or
 * unknown
 * @param tone key of its colour and icon
 */
public record Verdict(String key, String tone) {

    static Verdict of(List<Tally> tallies, List<Incident> open, @Nullable Integer openTotal) {
        if (openTotal == null || tallies.stream().allMatch((tally) -> tally.total() == 0)) {
            return new Verdict("unknown", TargetState.UNKNOWN.key());
        }
        if (!open.isEmpty()) {
            return new Verdict("open", tone(open.get(0).severity()));
        }
        TargetState worst = Collections.max(tallies.stream().map(Tally::worst).toList());
        return new Verdict((worst == TargetState.RUNNING) ? "well" : "partial", worst.key());
    }

    private static String tone(Severity severity) {
        return (severity == Severity.FAIL) ? TargetState.FAILED.key() : severity.code();
    }

}
