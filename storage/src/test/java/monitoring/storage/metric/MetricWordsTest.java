package monitoring.storage.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MetricWordsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void leavesOutTheEndOfTheRange() {
        TimeRange hour = TimeRange.before(NOON, Duration.ofHours(1));
        assertThat(hour.contains(NOON.minusSeconds(3600))).isTrue();
        assertThat(hour.contains(NOON)).isFalse();
        assertThat(hour.length()).isEqualTo(Duration.ofHours(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeRange(NOON, NOON))
            .withMessageContaining("(expected: from before to)");
    }

    @Test
    void fitsThePaasTasColumnsWithItsCodes() {
        for (Resource resource : Resource.values()) {
            assertThat(Resource.ofCode(resource.code())).isEqualTo(resource);
            assertThat(resource.code().length()).isLessThanOrEqualTo(6);
        }
        assertThat(Arrays.stream(Resource.values()).map(Resource::code)).doesNotHaveDuplicates();
        for (Origin origin : Origin.values()) {
            assertThat(Origin.ofCode(origin.code())).isEqualTo(origin);
            assertThat(origin.code()).hasSize(3);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Origin.ofCode("ias"))
            .withMessage("origin_type: ias (expected: bos, pas, con or app)");
        assertThatIllegalArgumentException().isThrownBy(() -> Resource.ofCode("gpu"))
            .withMessageStartingWith("alarm_type: gpu (expected: ");
    }

    @Test
    void knowsTheNamesThatAFamilyMeans() {
        assertThat(MetricName.gauge("load").matches("load")).isTrue();
        assertThat(MetricName.gauge("load").matches("load.1")).isFalse();
        assertThat(MetricName.CPU_CORES.matches("cpuStats.core.11")).isTrue();
        assertThat(MetricName.CPU_CORES.matches("cpuStats.LoadAvg1Stats")).isFalse();
        MetricName network = MetricName.counters("*x_*");
        assertThat(network.matches("rx_bytes")).isTrue();
        assertThat(network.matches("disk_usage")).isFalse();
        MetricName received = MetricName.counters("networkIOStats.*.bytes*");
        assertThat(received.matches("networkIOStats.eth0.bytesRecv")).isTrue();
        assertThat(received.matches("networkIOStats.bytes")).isFalse();
        assertThat(MetricName.counters("a*a").matches("a")).isFalse();
    }

    @Test
    void refusesSamplesWithoutANumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(Measurement.VM, Map.of(), Double.NaN, NOON))
            .withMessageContaining("field value");
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(Measurement.VM, Map.of(), Map.of(), NOON))
            .withMessageContaining("(expected: at least one)");
    }

    @Test
    void refusesChartsOfTooManyBuckets() {
        TimeRange day = TimeRange.before(NOON, Duration.ofDays(1));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new SeriesQuery(Measurement.VM, MetricName.LOAD_1, Map.of(), List.of(), day,
                    Duration.ofSeconds(1)))
            .withMessageContaining("at most 10000 buckets");
    }

    @Test
    void knowsATargetByItsGuidAndNeverByItsName() {
        MetricTarget machine = new MetricTarget(Origin.VM,
                Map.of(Tags.ID, "guid", Tags.IP, "10.0.1.17", Tags.ORIGIN, "diego-cell", Tags.INDEX, "0"));
        assertThat(machine.id()).isEqualTo("guid");
        assertThat(machine.name()).isEqualTo("diego-cell/0");
        MetricTarget container = new MetricTarget(Origin.CONTAINER, Map.of(Tags.APPLICATION_ID, "app",
                Tags.APPLICATION_INDEX, "2", Tags.APPLICATION_NAME, "music", Tags.CELL_IP, "10.0.1.17"));
        assertThat(container.id()).isEqualTo("app/2");
        assertThat(container.name()).isEqualTo("music[2]");
        assertThat(container.ip()).isEqualTo("10.0.1.17");
    }

}
