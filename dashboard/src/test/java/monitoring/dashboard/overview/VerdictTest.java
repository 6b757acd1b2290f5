package monitoring.dashboard.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import monitoring.dashboard.inventory.TargetState;
import monitoring.storage.alarm.Incident;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictTest {

    private static final Tally WELL = new Tally("vms", "/inventory", 3, Map.of(TargetState.RUNNING, 3));

    private static final Tally LIMPING = new Tally("apps", "/inventory/apps", 2,
            Map.of(TargetState.RUNNING, 1, TargetState.WARNING, 1));

    private static final Tally NOTHING = new Tally("cells", "/placement", 0, Map.of());

    @Test
    void isWellWhenAllRunsAndNothingIsOpen() {
        assertThat(Verdict.of(List.of(WELL, NOTHING), List.of(), 0)).isEqualTo(new Verdict("well", "running"));
    }

    @Test
    void saysThatNotAllRuns() {
        assertThat(Verdict.of(List.of(WELL, LIMPING), List.of(), 0)).isEqualTo(new Verdict("partial", "warning"));
    }

    @Test
    void bearsTheColourOfTheWorstOpenIncident() {
        assertThat(Verdict.of(List.of(WELL), List.of(incident(Severity.FAIL), incident(Severity.WARNING)), 2))
            .isEqualTo(new Verdict("open", "failed"));
        assertThat(Verdict.of(List.of(LIMPING), List.of(incident(Severity.CRITICAL)), 1))
            .isEqualTo(new Verdict("open", "critical"));
    }

    @Test
    void isUnknownWhileNobodyKnowsWhatIsOpenOrWhatThereIs() {
        Verdict unknown = new Verdict("unknown", "unknown");
        assertThat(Verdict.of(List.of(WELL), List.of(), null)).isEqualTo(unknown);
        assertThat(Verdict.of(List.of(NOTHING), List.of(), 0)).isEqualTo(unknown);
    }

    private static Incident incident(Severity severity) {
        return new Incident("1", "router/0 CPU", severity, Incident.State.OPEN, Instant.EPOCH, null, null, null, "",
                "");
    }

}
