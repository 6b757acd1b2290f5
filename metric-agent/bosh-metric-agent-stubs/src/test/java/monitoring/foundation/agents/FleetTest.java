package monitoring.foundation.agents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import monitoring.foundation.agents.Fleet.Part;
import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.layout.LayoutProperties;
import monitoring.foundation.story.Load;
import monitoring.foundation.story.Story;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FleetTest {

    private static final Instant START = Instant.parse("2026-11-21T01:00:00Z");

    private final Layout layout = new Layout(new LayoutProperties(1, 3, 40, 200));

    private final Story story = new Story(this.layout, START);

    @Test
    void everyVmAndContainerTellsWithPaastasTags() {
        List<Sample> samples = measured(new Fleet(this.layout, new Part(0, 1), true), START);
        Set<String> vms = ids(samples, Measurement.VM, Origin.VM);
        assertThat(vms).hasSize(40);
        assertThat(ids(samples, Measurement.CONTAINER, Origin.CONTAINER)).hasSize(200);
        assertThat(ids(samples, Measurement.BOSH, Origin.BOSH)).hasSize(1);
        assertThat(samples).filteredOn((sample) -> sample.measurement() == Measurement.VM)
            .allSatisfy((sample) -> assertThat(sample.tags()).containsOnlyKeys(Tags.ORIGIN, Tags.ID, Tags.IP,
                    Tags.INDEX, Tags.DEPLOYMENT, Tags.METRIC_NAME));
        assertThat(samples).filteredOn((sample) -> sample.measurement() == Measurement.VM_PROCESS)
            .allSatisfy((sample) -> assertThat(sample.fields()).containsOnlyKeys(Tags.PROCESS_INDEX, Tags.PROCESS_PID,
                    Tags.PROCESS_PPID, Tags.MEMORY_USAGE, Tags.START_TIME));
    }

    @Test
    void tellsWhatTheBatchAsksFor() {
        List<Sample> samples = measured(new Fleet(this.layout, new Part(0, 1), true), START);
        Set<String> names = samples.stream()
            .filter((sample) -> sample.measurement() == Measurement.VM)
            .map((sample) -> sample.tags().get(Tags.METRIC_NAME))
            .collect(Collectors.toSet());
        assertThat(names).contains("cpuStats.core.0", MetricName.LOAD_1.value(), MetricName.MEMORY_TOTAL.value(),
                MetricName.MEMORY_AVAILABLE.value(), MetricName.DISK_USAGE.value(), MetricName.ROOT_DISK_USAGE.value(),
                MetricName.INODE_USAGE.value(), MetricName.ROOT_INODE_USAGE.value(), MetricName.SWAP_USAGE.value(),
                "networkIOStats.eth0.errIn");
        assertThat(samples)
            .filteredOn((sample) -> MetricName.CONTAINER_MEMORY.value().equals(sample.tags().get(Tags.NAME)))
            .hasSize(200)
            .allSatisfy((sample) -> assertThat(sample.fields()).containsKeys(Tags.APP_MEMORY, Tags.APP_DISK));
    }

    @Test
    void partsTellTogetherWhatTheWholeTells() {
        List<Sample> whole = measured(new Fleet(this.layout, new Part(0, 1), true), START);
        List<Sample> parts = new ArrayList<>(measured(new Fleet(this.layout, new Part(0, 2), true), START));
        parts.addAll(measured(new Fleet(this.layout, new Part(1, 2), true), START));
        assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void cpuSecondsGrowByTheLoad() {
        Fleet fleet = new Fleet(this.layout, new Part(0, 1), false);
        measured(fleet, START.minusSeconds(30));
        FoundationApp app = this.layout.apps().get(3);
        double first = cpuSeconds(measured(fleet, START), app);
        double second = cpuSeconds(measured(fleet, START.plusSeconds(30)), app);
        double percent = new Load(this.layout).containerCpu(app, 0, app.instances(),
                this.story.at(START.plusSeconds(30)));
        assertThat(100 * (second - first) / 30).isCloseTo(percent, within(0.1));
    }

    private static double cpuSeconds(List<Sample> samples, FoundationApp app) {
        return samples.stream()
            .filter((sample) -> "cpu_usage_total".equals(sample.tags().get(Tags.NAME))
                    && app.guid().equals(sample.tags().get(Tags.APPLICATION_ID))
                    && "0".equals(sample.tags().get(Tags.APPLICATION_INDEX)))
            .findFirst()
            .orElseThrow()
            .fields()
            .get(Tags.VALUE)
            .doubleValue();
    }

    private static Set<String> ids(List<Sample> samples, Measurement measurement, Origin origin) {
        return samples.stream()
            .filter((sample) -> sample.measurement() == measurement)
            .map((sample) -> new MetricTarget(origin, sample.tags()).id())
            .collect(Collectors.toSet());
    }

    private List<Sample> measured(Fleet fleet, Instant time) {
        List<Sample> samples = new ArrayList<>();
        SamplePointSink sink = new SamplePointSink(1000, samples::addAll);
        fleet.measure(this.story.at(time), FoundationApp::instances, sink);
        sink.flush();
        return samples;
    }

}
