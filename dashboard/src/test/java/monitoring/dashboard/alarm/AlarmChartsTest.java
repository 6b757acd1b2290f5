package monitoring.dashboard.alarm;

import java.time.Instant;
import java.util.List;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class AlarmChartsTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    /** What the boards of a VM and a director have. */
    private static final List<String> OF_VMS = List.of("cpu", "load", "memory", "disk", "errors", "drops", "swap",
            "inodes");

    /** What the board of an app has. */
    private static final List<String> OF_APPS = List.of("cpu", "load", "memory", "disk", "errors", "drops");

    @ParameterizedTest
    @CsvSource({ "CPU, cpu", "MEMORY, memory", "DISK, disk", "ROOT_DISK, disk", "INODES, inodes", "SWAP, swap",
            "LOAD, load", "NETWORK, errors drops", "PROCESS, memory", "HEARTBEAT, cpu", "BLIND, ''",
            "NOTIFICATION, ''" })
    void tellOfTheResource(Resource resource, String charts) {
        assertThat(String.join(" ", AlarmCharts.of(alarm(Origin.VM, resource)))).isEqualTo(charts);
    }

    @ParameterizedTest
    @EnumSource(Resource.class)
    void areOnTheBoardOfTheTarget(Resource resource) {
        assertThat(OF_VMS).containsAll(AlarmCharts.of(alarm(Origin.VM, resource)));
        assertThat(OF_VMS).containsAll(AlarmCharts.of(alarm(Origin.BOSH, resource)));
        if (resource.isMeasuredOf(Origin.CONTAINER) || resource == Resource.HEARTBEAT) {
            assertThat(OF_APPS).containsAll(AlarmCharts.of(alarm(Origin.CONTAINER, resource))).isNotEmpty();
        }
    }

    private static Alarm alarm(Origin origin, Resource resource) {
        AlarmTarget target = new AlarmTarget(origin, "vm-1", "router/0", "10.0.1.3", "cf", "z1", "app-1");
        return new Alarm("1", target, resource, Severity.CRITICAL, AlarmState.RAISED, new Alarm.Reading(91, 90, AT),
                new Alarm.Progress(AT, AT, null, null, null, 1, 0, null), null);
    }

}
