package monitoring.storage.alarm;

import java.time.Instant;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AlarmTest {

    static final Instant START = Instant.parse("2026-11-20T15:00:00Z");

    static Alarm alarm() {
        AlarmTarget target = new AlarmTarget(Origin.VM, "guid", "diego-cell/0", "10.0.1.17", "cf", "z1", "");
        return new Alarm("1", target, Resource.CPU, Severity.WARNING, AlarmState.PENDING,
                new Alarm.Reading(86, 85, START), Alarm.Progress.startedAt(START), null);
    }

    @Test
    void beginsWithItsFirstBreach() {
        Alarm.Progress progress = Alarm.Progress.startedAt(START);
        assertThat(progress.breaches()).isOne();
        assertThat(progress.inRow()).isOne();
        assertThat(progress.raisedAt()).isNull();
        assertThat(progress.since()).isEqualTo(START);
        Instant raised = START.plusSeconds(60);
        assertThat(new Alarm.Progress(START, raised, null, null, null, 1, 0, null).since()).isEqualTo(raised);
    }

    @Test
    void changesOneThingAtATime() {
        assertThat(alarm().withState(AlarmState.RAISED).state()).isEqualTo(AlarmState.RAISED);
        assertThat(alarm().withSeverity(Severity.FAIL).severity()).isEqualTo(Severity.FAIL);
        assertThat(alarm().inIncident("7").incidentId()).isEqualTo("7");
        assertThat(alarm().withState(AlarmState.PENDING)).isEqualTo(alarm());
    }

    @Test
    void isOpenUntilItIsResolved() {
        assertThat(AlarmState.values()).filteredOn(AlarmState::isOpen)
            .containsExactly(AlarmState.PENDING, AlarmState.RAISED, AlarmState.ACKNOWLEDGED);
    }

    @Test
    void refusesATargetWithoutAnIdentity() {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new AlarmTarget(Origin.VM, " ", "router/0", "", "", "", ""))
            .withMessage("id of router/0: blank (expected: a GUID)");
    }

    @Test
    void refusesCountsBelowZero() {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new Alarm.Progress(START, null, null, null, null, -1, 0, null))
            .withMessageContaining("(expected: >= 0)");
    }

    @Test
    void refusesAnActionThatSaysNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IncidentAction("", "1", " \n", "admin", START, null))
            .withMessage("description: blank (expected: what was done)");
    }

}
