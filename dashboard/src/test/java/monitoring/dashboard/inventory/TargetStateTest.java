package monitoring.dashboard.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import monitoring.dashboard.inventory.TargetState.Hearing;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TargetStateTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");

    @Test
    void runsWhileItIsHeardAndNothingIsOpen() {
        assertThat(TargetState.of(vm(VmState.RUNNING), List.of(), heard(10))).isEqualTo(TargetState.RUNNING);
    }

    @Test
    void isAsBadAsItsWorstOpenAlarm() {
        List<Alarm> open = List.of(alarm(Severity.WARNING, AlarmState.RAISED),
                alarm(Severity.CRITICAL, AlarmState.ACKNOWLEDGED));
        assertThat(TargetState.of(vm(VmState.RUNNING), open, heard(10))).isEqualTo(TargetState.CRITICAL);
    }

    @Test
    void takesNoPendingAndNoResolvedAlarmForBad() {
        List<Alarm> open = List.of(alarm(Severity.CRITICAL, AlarmState.PENDING),
                alarm(Severity.FAIL, AlarmState.RESOLVED));
        assertThat(TargetState.of(vm(VmState.RUNNING), open, heard(10))).isEqualTo(TargetState.RUNNING);
    }

    @Test
    void hasFailedWhenItIsSilentWhileOthersReport() {
        assertThat(TargetState.of(vm(VmState.RUNNING), List.of(), heard(151))).isEqualTo(TargetState.FAILED);
        assertThat(TargetState.of(vm(VmState.RUNNING), List.of(), hearing(null, false))).isEqualTo(TargetState.FAILED);
    }

    @Test
    void isUnknownWhenNobodyReports() {
        assertThat(TargetState.of(vm(VmState.RUNNING), List.of(), hearing(null, true))).isEqualTo(TargetState.UNKNOWN);
    }

    @Test
    void hasFailedWhenTheDirectorGaveItUp() {
        assertThat(TargetState.of(vm(VmState.UNRESPONSIVE), List.of(), heard(10))).isEqualTo(TargetState.FAILED);
    }

    @Test
    void doesNotCallAFreshContainerFailedBeforeItReported() {
        assertThat(TargetState.of(container("RUNNING", NOW.minusSeconds(20)), List.of(), hearing(null, false)))
            .isEqualTo(TargetState.RUNNING);
        assertThat(TargetState.of(container("RUNNING", NOW.minusSeconds(200)), List.of(), hearing(null, false)))
            .isEqualTo(TargetState.FAILED);
        assertThat(TargetState.of(container("CRASHED", NOW.minusSeconds(200)), List.of(), heard(5)))
            .isEqualTo(TargetState.FAILED);
    }

    private static Hearing heard(int secondsAgo) {
        return hearing(NOW.minusSeconds(secondsAgo), false);
    }

    private static Hearing hearing(@Nullable Instant last, boolean blind) {
        return new Hearing(last, blind, NOW, Duration.ofSeconds(150));
    }

    private static VirtualMachine vm(VmState state) {
        return new VirtualMachine("guid", "bosh", "paasta", "router", 0, "z1", "10.0.0.1", false, state, NOW);
    }

    private static AppInstance container(String state, Instant since) {
        return new AppInstance("app", 0, state, "10.0.0.1", "", 1, 1, since);
    }

    private static Alarm alarm(Severity severity, AlarmState state) {
        return new Alarm("1", new AlarmTarget(Origin.VM, "guid", "router/0", "10.0.0.1", "paasta", "z1", ""),
                Resource.CPU, severity, state, new Alarm.Reading(91, 90, NOW), Alarm.Progress.startedAt(NOW), null);
    }

}
