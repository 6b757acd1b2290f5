package monitoring.dashboard.alarm;

import java.util.List;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.metric.Resource;

/** Which charts of its target tell of an alarm. */
final class AlarmCharts {

    private AlarmCharts() {
    }

    /** Their ids; none where the target has no charts. */
    static List<String> of(Alarm alarm) {
        return (TargetLinks.page(alarm) == null) ? List.of() : of(alarm.resource());
    }

    private static List<String> of(Resource resource) {
        return switch (resource) {
            // who is silent was last heard where this one ends
            case CPU, HEARTBEAT -> List.of("cpu");
            // what a process gives back when it ends, or ran out of before
            case MEMORY, PROCESS -> List.of("memory");
            case DISK, ROOT_DISK -> List.of("disk");
            case INODES -> List.of("inodes");
            case SWAP -> List.of("swap");
            case LOAD -> List.of("load");
            // their sum is what is judged
            case NETWORK -> List.of("errors", "drops");
            case BLIND, NOTIFICATION -> List.of();
        };
    }

}
