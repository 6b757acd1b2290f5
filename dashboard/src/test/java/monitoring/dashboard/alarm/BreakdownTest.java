package monitoring.dashboard.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import monitoring.dashboard.alarm.Breakdown.PolicyShare;
import monitoring.dashboard.alarm.Breakdown.Rule;
import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.TargetState;
import monitoring.storage.alarm.Downtime;
import monitoring.storage.alarm.RuleShare;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.Threshold;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Which policy alarms are of, and how long what was down was up. */
class BreakdownTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    @Test
    void givesAnAlarmToThePolicyOfItsDeploymentOrToThatOfAllOthers() {
        AlarmPolicy.Timing timing = new AlarmPolicy.Timing(Duration.ofMinutes(10), Duration.ofMinutes(10));
        AlarmPolicy.Damping damping = new AlarmPolicy.Damping(5, 1, 1);
        AlarmPolicy own = new AlarmPolicy("2", Origin.VM, Resource.CPU, "cf", new Threshold(80, 90), timing, damping,
                "");
        List<RuleShare> shares = List.of(new RuleShare(Origin.VM, Resource.CPU, "cf", 3, 1),
                new RuleShare(Origin.VM, Resource.CPU, "mysql", 2, 0),
                new RuleShare(Origin.VM, Resource.CPU, "redis", 4, 5),
                new RuleShare(Origin.VM, Resource.DISK, "cf", 1, 0));
        assertThat(PolicyShare.of(shares, List.of(own))).containsExactly(
                new PolicyShare(new Rule(Origin.VM, Resource.CPU, ""), null, 6, 5),
                new PolicyShare(new Rule(Origin.VM, Resource.CPU, "cf"), "2", 3, 1),
                new PolicyShare(new Rule(Origin.VM, Resource.DISK, ""), null, 1, 0));
    }

    @Test
    void reckonsAvailabilityOverAllTargetsOfAService() {
        Foundation foundation = new Foundation(AT, List.of(), List.of(vm(0), vm(1), vm(2), vm(3)), List.of(),
                List.of());
        TimeRange day = TimeRange.before(AT, Duration.ofDays(1));
        List<Availability> all = Availability
            .of(List.of(new Downtime(Origin.VM, "cf / diego-cell", Duration.ofMinutes(36)),
                    new Downtime(Origin.VM, "gone / api", Duration.ofHours(1))), foundation, day);
        assertThat(all).singleElement().satisfies((one) -> {
            assertThat(one.targets()).isEqualTo(4);
            assertThat(one.percent()).isCloseTo(99.375, within(0.0001));
        });
    }

    private static Foundation.Vm vm(int index) {
        return new Foundation.Vm(new VirtualMachine("vm-" + index, "bosh", "cf", "diego-cell", index, "z1",
                "10.0.1." + index, true, VmState.RUNNING, AT), TargetState.RUNNING, AT, List.of());
    }

}
