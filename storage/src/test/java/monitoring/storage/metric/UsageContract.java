package monitoring.storage.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static monitoring.storage.metric.SampleFixtures.BEGIN;
import static monitoring.storage.metric.SampleFixtures.COUNT;
import static monitoring.storage.metric.SampleFixtures.GIBIBYTE;
import static monitoring.storage.metric.SampleFixtures.INTERVAL;
import static monitoring.storage.metric.SampleFixtures.WINDOW;
import static monitoring.storage.metric.SampleFixtures.container;
import static monitoring.storage.metric.SampleFixtures.vm;
import static monitoring.storage.metric.SampleFixtures.with;
import static monitoring.storage.metric.SampleFixtures.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How usage is worked out, whatever keeps the samples. */
public abstract class UsageContract {

    /**
     * A counter grows from one bucket to the next, so that its first bucket has no value.
     */
    static final TimeRange SECOND_HALF = new TimeRange(BEGIN.plusSeconds(300), WINDOW.to());

    static final Offset<Double> NEARLY = within(1e-6);

    /** The store under test. */
    protected abstract MetricStore store();

    @Test
    void leavesLoadAveragesOutOfTheCpu() {
        Map<String, String> vm = vm("a");
        write(vm(vm, "cpuStats.core.0", 20), vm(vm, "cpuStats.core.1", 40), vm(vm, "cpuStats.LoadAvg1Stats", 900));

        assertThat(usage(Origin.VM, Resource.CPU)).containsOnlyKeys("a");
        assertThat(usage(Origin.VM, Resource.CPU).get("a").value()).isCloseTo(30, NEARLY);
    }

    @Test
    void countsCachesAsAvailableMemory() {
        Map<String, String> vm = vm("a");
        write(vm(vm, "memoryStats.TotalMemory", 8 * GIBIBYTE), vm(vm, "memoryStats.AvailableMemory", 2 * GIBIBYTE),
                vm(vm, "memoryStats.FreeMemory", 1));

        assertThat(usage(Origin.VM, Resource.MEMORY).get("a").value()).isCloseTo(75, NEARLY);
    }

    @Test
    void knowsNoMemoryUsageWhereOneHalfIsMissing() {
        write(vm(vm("a"), "memoryStats.TotalMemory", 8 * GIBIBYTE));

        assertThat(usage(Origin.VM, Resource.MEMORY)).isEmpty();
    }

    @Test
    void tellsDataDiskAndRootDiskApart() {
        Map<String, String> vm = vm("a");
        write(vm(vm, "diskStats./.Usage", 81), vm(vm, "diskStats./.Used", 1e10),
                vm(vm, "diskStats./var/vcap/data.Usage", 33));

        assertThat(usage(Origin.VM, Resource.ROOT_DISK).get("a").value()).isCloseTo(81, NEARLY);
        assertThat(usage(Origin.VM, Resource.DISK).get("a").value()).isCloseTo(33, NEARLY);
    }

    @Test
    void takesTheFullerOfTheDisksByInodes() {
        Map<String, String> vm = vm("a");
        write(vm(vm, "diskStats./.InodesUsage", 12), vm(vm, "diskStats./var/vcap/data.InodesUsage", 57));

        assertThat(usage(Origin.VM, Resource.INODES).get("a").value()).isCloseTo(57, NEARLY);
    }

    @Test
    void dividesTheLoadByTheCores() {
        Map<String, String> vm = vm("a");
        write(vm(vm, "cpuStats.LoadAvg1Stats", 6), vm(vm, "cpuStats.core.0", 1), vm(vm, "cpuStats.core.1", 1),
                vm(vm, "cpuStats.core.2", 1), vm(vm, "cpuStats.core.10", 1));

        assertThat(usage(Origin.VM, Resource.LOAD).get("a").value()).isCloseTo(1.5, NEARLY);
    }

    @Test
    void addsErrorsAndDropsOfAllInterfaces() {
        Map<String, String> vm = vm("a");
        write(vm(vm, "networkIOStats.eth0.errIn", (step) -> step * 30), // one a second
                // two a second
                vm(vm, "networkIOStats.eth1.dropOut", (step) -> step * 60),
                vm(vm, "networkIOStats.eth0.bytesRecv", (step) -> step * 1e9));

        assertThat(usage(Origin.VM, Resource.NETWORK).get("a").value()).isCloseTo(3, NEARLY);
    }

    @Test
    void answersForAllTargetsAtOnce() {
        write(vm(vm("a"), "diskStats./.Usage", 10), vm(vm("b"), "diskStats./.Usage", 20));

        Map<String, TargetUsage> usage = usage(Origin.VM, Resource.ROOT_DISK);

        assertThat(usage).containsOnlyKeys("a", "b");
        assertThat(usage.get("b").value()).isCloseTo(20, NEARLY);
        assertThat(usage.get("b").target().name()).isEqualTo("diego-cell/3");
        assertThat(usage.get("b").target().ip()).isEqualTo(vm("b").get(Tags.IP));
    }

    @Test
    void leavesOutTheEndOfTheRange() {
        Map<String, String> disk = with(vm("a"), Tags.METRIC_NAME, "diskStats./.Usage");
        write(List.of(Sample.of(Measurement.VM, disk, 10, WINDOW.from()),
                Sample.of(Measurement.VM, disk, 90, WINDOW.to()),
                Sample.of(Measurement.VM, disk, 90, WINDOW.from().minusMillis(1))));

        assertThat(usage(Origin.VM, Resource.ROOT_DISK).get("a").value()).isCloseTo(10, NEARLY);
    }

    @Test
    void keepsTheSameSampleOnce() {
        List<Sample> samples = vm(vm("a"), "diskStats./.Usage", 10);
        write(samples, samples);

        assertThat(store()
            .series(List
                .of(new SeriesQuery(Measurement.VM, MetricName.ROOT_DISK_USAGE, Map.of(), List.of(), WINDOW, INTERVAL)))
            .get(0)
            .points()).hasSize(COUNT);
    }

    @Test
    void knowsAVmOfAnOldAgentByItsAddress() {
        write(vm(without(vm("a"), Tags.ID), "diskStats./.Usage", 10));

        assertThat(usage(Origin.VM, Resource.ROOT_DISK)).containsOnlyKeys(vm("a").get(Tags.IP));
    }

    @Test
    void keepsAVmTogetherThatChangesItsAddress() {
        Map<String, String> disk = with(vm("a"), Tags.METRIC_NAME, "diskStats./.Usage");
        write(List.of(Sample.of(Measurement.VM, with(disk, Tags.IP, "10.0.0.1"), 10, BEGIN),
                Sample.of(Measurement.VM, with(disk, Tags.IP, "10.0.0.1"), 10, BEGIN.plusSeconds(30)),
                Sample.of(Measurement.VM, with(disk, Tags.IP, "10.0.0.2"), 70, BEGIN.plusSeconds(60))));
        write(vm(vm("a"), "memoryStats.TotalMemory", 1).subList(0, 2),
                vm(with(vm("a"), Tags.IP, "10.0.0.2"), "memoryStats.TotalMemory", 1).subList(2, 4));

        Map<String, TargetUsage> usage = usage(Origin.VM, Resource.ROOT_DISK);

        assertThat(usage).containsOnlyKeys("a");
        assertThat(usage.get("a").value()).isCloseTo(30, NEARLY);
        assertThat(usage.get("a").target().ip()).isEqualTo("10.0.0.2");
    }

    @Test
    void turnsCpuSecondsOfAContainerIntoPercentOfOneCore() {
        write(container(container("shop", 0), "cpu_usage_total", (step) -> 500 + step * 30 * 0.25));

        assertThat(usage(Origin.CONTAINER, Resource.CPU).get("shop/0").value()).isCloseTo(25, NEARLY);
    }

    @Test
    void survivesAResetOfTheCpuSeconds() {
        write(container(container("shop", 0), "cpu_usage_total",
                (step) -> (step < 10) ? 5000 + step * 15 : (step - 10) * 15));

        assertThat(usage(Origin.CONTAINER, Resource.CPU).get("shop/0").value()).isCloseTo(50, NEARLY);
    }

    @Test
    void doesNotMistakeANewContainerForGrowth() {
        Map<String, String> first = container("shop", 0);
        Map<String, String> second = with(first, Tags.CONTAINER_ID, "another-handle");
        write(container(first, "cpu_usage_total", (step) -> step * 3).subList(0, 10),
                container(second, "cpu_usage_total", (step) -> 1e6 + step * 3).subList(10, 20));

        assertThat(usage(Origin.CONTAINER, Resource.CPU).get("shop/0").value()).isCloseTo(10, NEARLY);
    }

    @Test
    void measuresContainersByTheirLimits() {
        write(container(container("shop", 0), "memory_usage", (step) -> 0.9 * GIBIBYTE),
                container(container("shop", 1), "memory_usage", (step) -> 0.2 * GIBIBYTE),
                container(container("shop", 1), "disk_usage", (step) -> 0.5 * GIBIBYTE));

        assertThat(usage(Origin.CONTAINER, Resource.MEMORY).get("shop/0").value()).isCloseTo(90, NEARLY);
        assertThat(usage(Origin.CONTAINER, Resource.MEMORY).get("shop/1").value()).isCloseTo(20, NEARLY);
        assertThat(usage(Origin.APP, Resource.DISK).get("shop/1").value()).isCloseTo(25, NEARLY);
        assertThat(usage(Origin.APP, Resource.DISK).get("shop/1").target().name()).isEqualTo("shop[1]");
    }

    @Test
    void leavesOutWhatHasNoLimitAndWhatIsNoApp() {
        Map<String, String> cell = Map.of(Tags.CONTAINER_ID, "/", Tags.CELL_IP, "10.0.1.7", Tags.NAME, "memory_usage");
        write(List.of(Sample.of(Measurement.CONTAINER, cell, 1e9, BEGIN),
                Sample.of(Measurement.CONTAINER, with(container("old", 0), Tags.NAME, "memory_usage"), 1e9, BEGIN)));

        assertThat(usage(Origin.CONTAINER, Resource.MEMORY)).isEmpty();
    }

    @Test
    void doesNotSplitAContainerByItsRoute() {
        Map<String, String> before = container("shop", 0);
        Map<String, String> after = with(before, Tags.APPLICATION_URL, "new.example.org");
        write(container(before, "cpu_usage_total", (step) -> step * 3).subList(0, 10),
                container(after, "cpu_usage_total", (step) -> step * 3).subList(10, 20));

        assertThat(usage(Origin.CONTAINER, Resource.CPU)).containsOnlyKeys("shop/0");
        assertThat(usage(Origin.CONTAINER, Resource.CPU).get("shop/0").value()).isCloseTo(10, NEARLY);
    }

    @Test
    void callsAnAppByItsNewestName() {
        Map<String, String> before = container("shop", 0);
        Map<String, String> after = with(before, Tags.APPLICATION_NAME, "mall");
        write(container(before, "memory_usage", (step) -> GIBIBYTE / 2).subList(0, 5),
                container(after, "memory_usage", (step) -> GIBIBYTE / 2).subList(5, 20));

        assertThat(usage(Origin.CONTAINER, Resource.MEMORY).get("shop/0").target().name()).isEqualTo("mall[0]");
        assertThat(usage(Origin.CONTAINER, Resource.MEMORY).get("shop/0").value()).isCloseTo(50, NEARLY);
    }

    @Test
    void tellsUsageOverTime() {
        write(vm(vm("a"), "diskStats./.Usage", (step) -> step), vm(vm("b"), "diskStats./.Usage", 50));

        List<UsageSeries> all = store().usageOverTime(window(Origin.VM, Resource.ROOT_DISK), Set.of(),
                Duration.ofMinutes(1));
        List<UsageSeries> one = store().usageOverTime(window(Origin.VM, Resource.ROOT_DISK), Set.of("a"),
                Duration.ofMinutes(1));

        assertThat(all).hasSize(2);
        assertThat(one).hasSize(1);
        assertThat(one.get(0).target().id()).isEqualTo("a");
        assertThat(one.get(0).points()).hasSize(10).startsWith(new Series.Point(BEGIN, 0.5));
    }

    @Test
    void tellsCpuOfOneContainerOverTime() {
        write(container(container("shop", 0), "cpu_usage_total", (step) -> step * step),
                container(container("shop", 1), "cpu_usage_total", (step) -> step * 30));

        List<UsageSeries> series = store().usageOverTime(new MetricWindow(Origin.CONTAINER, Resource.CPU, SECOND_HALF),
                Set.of("shop/1"), Duration.ofMinutes(1));

        assertThat(series).hasSize(1);
        assertThat(series.get(0).target().id()).isEqualTo("shop/1");
        assertThat(series.get(0).points()).hasSize(5).allSatisfy((p) -> assertThat(p.value()).isCloseTo(100, NEARLY));
    }

    @SafeVarargs
    protected final void write(List<Sample>... samples) {
        List<Sample> all = new ArrayList<>();
        for (List<Sample> some : samples) {
            all.addAll(some);
        }
        store().write(all);
    }

    final Map<String, TargetUsage> usage(Origin origin, Resource resource) {
        return store().usage(window(origin, resource))
            .stream()
            .collect(Collectors.toMap((usage) -> usage.target().id(), Function.identity()));
    }

    static MetricWindow window(Origin origin, Resource resource) {
        return new MetricWindow(origin, resource, WINDOW);
    }

    static Instant at(int step) {
        return BEGIN.plus(INTERVAL.multipliedBy(step));
    }

    /** A name that no other test has. */
    protected static String unique(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
    }

}
