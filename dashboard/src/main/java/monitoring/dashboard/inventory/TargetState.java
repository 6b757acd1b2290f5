package monitoring.dashboard.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How a target is: the one place where it is derived, from its open alarms, when it was
 * last heard of, and what the director or the cloud controller says. In order, the worst
 * last.
 */
public enum TargetState {

    /** Heard of, and nothing is open. */
    RUNNING,
    /** Nothing is known, because the metric store is away or nobody reports at all. */
    UNKNOWN,
    /** Its worst open alarm is a warning. */
    WARNING,
    /** Its worst open alarm is critical. */
    CRITICAL,
    /**
     * It is down: silent while others report, given up by the director, or an open alarm
     * says so.
     */
    FAILED;

    /** The key of its colour, its icon and its text. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worst of some; RUNNING of none. */
    public static TargetState worst(Collection<TargetState> states) {
        return states.stream().max(TargetState::compareTo).orElse(RUNNING);
    }

    /** The worse of two. */
    static TargetState worse(TargetState one, TargetState other) {
        return (one.compareTo(other) < 0) ? other : one;
    }

    /** What its open alarms make of a target. */
    static TargetState of(List<Alarm> open) {
        TargetState worst = RUNNING;
        for (Alarm alarm : open) {
            if (alarm.state() != AlarmState.PENDING && alarm.state().isOpen()) {
                worst = worse(worst, of(alarm.severity()));
            }
        }
        return worst;
    }

    private static TargetState of(Severity severity) {
        return switch (severity) {
            case WARNING -> WARNING;
            case CRITICAL -> CRITICAL;
            case FAIL -> FAILED;
        };
    }

    /** What a VM is. */
    static TargetState of(VirtualMachine vm, List<Alarm> open, Hearing hearing) {
        TargetState told = switch (vm.state()) {
            case FAILING, UNRESPONSIVE -> FAILED;
            case RUNNING, STOPPED, UNKNOWN -> RUNNING;
        };
        return worse(worse(told, of(open)), hearing.state());
    }

    /** What a container is. */
    static TargetState of(AppInstance instance, List<Alarm> open, Hearing hearing) {
        TargetState told = switch (instance.state()) {
            case "CRASHED", "DOWN" -> FAILED;
            default -> RUNNING;
        };
        boolean moving = !"RUNNING".equals(instance.state()) || hearing.isYoung(instance.since());
        return worse(worse(told, of(open)), moving ? RUNNING : hearing.state());
    }

    /**
     * When a target was last heard of.
     *
     * @param last its newest sample, null if there is none within the time looked at
     * @param blind whether nobody was heard of, so that silence says nothing
     * @param now at which moment
     * @param silentAfter how long a target may be silent
     */
    record Hearing(@Nullable Instant last, boolean blind, Instant now, Duration silentAfter) {

        TargetState state() {
            if (this.blind) {
                return UNKNOWN;
            }
            return (this.last == null || this.last.isBefore(this.now.minus(this.silentAfter))) ? FAILED : RUNNING;
        }

        boolean isYoung(Instant since) {
            return since.isAfter(this.now.minus(this.silentAfter));
        }

    }

}
