package monitoring.storage.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static monitoring.storage.metric.SampleFixtures.BEGIN;
import static monitoring.storage.metric.SampleFixtures.COUNT;
import static monitoring.storage.metric.SampleFixtures.INTERVAL;
import static monitoring.storage.metric.SampleFixtures.WINDOW;
import static monitoring.storage.metric.SampleFixtures.container;
import static monitoring.storage.metric.SampleFixtures.vm;
import static monitoring.storage.metric.SampleFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What every metric store must do; the store of each test is prepared and empty. */
public abstract class MetricStoreContract extends UsageContract {

    @Test
    void knowsWhenEachTargetWasLastSeen() {
        write(vm(vm("a"), "memoryStats.TotalMemory", 1), vm(vm("b"), "memoryStats.TotalMemory", 1).subList(0, 3),
                container(container("shop", 0), "memory_usage", (step) -> 1).subList(0, 2));

        assertThat(store().lastSeen(Origin.VM, WINDOW))
            .extracting((seen) -> seen.target().id(), TargetUsage.LastSeen::lastSample)
            .containsExactlyInAnyOrder(tuple("a", at(COUNT - 1)), tuple("b", at(2)));
        assertThat(store().lastSeen(Origin.CONTAINER, WINDOW)).singleElement()
            .satisfies((seen) -> assertThat(seen.lastSample()).isEqualTo(at(1)));
    }

    @Test
    void knowsWhenTheTargetsOfSeveralOriginsWereLastSeen() {
        write(vm(vm("a"), "memoryStats.TotalMemory", 1), vm(vm("a"), "memoryStats.AvailableMemory", 1),
                container(container("shop", 0), "memory_usage", (step) -> 1).subList(0, 2));

        Map<Origin, LastSamples> seen = store().lastSeen(Set.of(Origin.BOSH, Origin.VM, Origin.CONTAINER), WINDOW);

        assertThat(seen).containsOnlyKeys(Origin.BOSH, Origin.VM, Origin.CONTAINER);
        assertThat(seen.get(Origin.BOSH).size()).isZero();
        assertThat(seen.get(Origin.VM).named()).containsExactlyElementsOf(store().lastSeen(Origin.VM, WINDOW));
        assertThat(seen.get(Origin.CONTAINER).size()).isOne();
        assertThat(seen.get(Origin.CONTAINER).of("shop", 0)).isEqualTo(at(1));
    }

    @Test
    void tellsTheUsageOfSeveralResourcesAtOnce() {
        Map<String, String> vm = vm("a");
        write(vm(vm, "cpuStats.core.0", 10), vm(vm, "cpuStats.core.1", 30), vm(vm, "memoryStats.TotalMemory", 64e9),
                vm(vm, "memoryStats.AvailableMemory", 16e9), vm(vm, "diskStats./var/vcap/data.Usage", 42),
                vm(vm, "diskStats./var/vcap/data.Total", 4e11), vm(vm, "diskStats./.Usage", 77),
                container(container("shop", 0), "memory_usage", (step) -> 1 << 28),
                container(container("shop", 0), "disk_usage", (step) -> 1 << 29),
                container(container("shop", 0), "cpu_usage_total", (step) -> step * 3e9));
        Set<Resource> resources = Set.of(Resource.CPU, Resource.MEMORY, Resource.DISK);

        UsageTable vms = store().usages(Origin.VM, resources, WINDOW);
        assertThat(vms.value(Resource.CPU, "a")).isEqualTo(20);
        assertThat(vms.value(Resource.MEMORY, "a")).isEqualTo(75);
        assertThat(vms.value(Resource.DISK, "a")).isEqualTo(42);
        assertThat(vms.value(Resource.DISK, "b")).isNull();
        UsageTable containers = store().usages(Origin.CONTAINER, resources, WINDOW);
        for (Resource resource : resources) {
            TargetUsage alone = store().usage(new MetricWindow(Origin.CONTAINER, resource, WINDOW)).get(0);
            assertThat(containers.value(resource, alone.target().id())).isEqualTo(alone.value());
        }
    }

    @Test
    void drawsGaugesAndCountersOfOneTargetAsEachAlone() {
        Map<String, String> vm = vm("a");
        write(vm(vm, "cpuStats.core.0", (step) -> step % 3), vm(vm, "diskStats./.Usage", 77),
                vm(vm, "networkIOStats.eth0.bytesRecv", (step) -> (step < 12) ? step * 3000 : (step - 12) * 6000));
        List<SeriesQuery> queries = List
            .of(new MetricName("cpuStats.", true, false), new MetricName("diskStats.", true, false),
                    new MetricName("networkIOStats.", true, true))
            .stream()
            .map((family) -> new SeriesQuery(Measurement.VM, family, Map.of(Tags.ID, Set.of("a")),
                    List.of(Tags.METRIC_NAME), SECOND_HALF, Duration.ofMinutes(1))
                .withExtremes())
            .toList();

        List<Series> together = store().series(queries);

        assertThat(together).hasSize(3);
        for (int number = 0; number < queries.size(); number++) {
            assertThat(together.get(number)).isEqualTo(store().series(List.of(queries.get(number))).get(0));
        }
    }

    @Test
    void knowsWhereContainersAre() {
        Map<String, String> moved = with(with(container("shop", 0), Tags.CELL_IP, "10.0.1.8"), Tags.CONTAINER_ID,
                "new");
        write(container(container("shop", 0), "memory_usage", (step) -> 1).subList(0, 5),
                container(moved, "memory_usage", (step) -> 1).subList(6, 9));

        List<ContainerPlacement> placements = store().containers(WINDOW);

        assertThat(placements)
            .extracting((placement) -> placement.target().ip(), ContainerPlacement::containerId,
                    ContainerPlacement::memoryLimit, ContainerPlacement::diskLimit, ContainerPlacement::lastSample)
            .containsExactlyInAnyOrder(tuple("10.0.1.7", "shop-handle-0", 1L << 30, 2L << 30, at(4)),
                    tuple("10.0.1.8", "new", 1L << 30, 2L << 30, at(8)));
        assertThat(placements.get(0).target().tag(Tags.CONTAINER_INTERFACE)).isEqualTo("s-010255116050");
    }

    @Test
    void knowsWhereSomeContainersAreAndWhatWasOnSomeCells() {
        Map<String, String> moved = with(with(container("shop", 0), Tags.CELL_IP, "10.0.1.8"), Tags.CONTAINER_ID,
                "new");
        Map<String, String> other = with(container("a|b.c", 1), Tags.CELL_IP, "10.0.1.9");
        write(container(container("shop", 0), "memory_usage", (step) -> 1).subList(0, 5),
                container(moved, "memory_usage", (step) -> 1).subList(6, 9),
                container(container("shop", 1), "memory_usage", (step) -> 1),
                container(other, "memory_usage", (step) -> 1));
        String shop = new MetricTarget(Origin.CONTAINER, container("shop", 0)).id();
        String odd = new MetricTarget(Origin.CONTAINER, other).id();

        assertThat(places(Set.of(shop), Set.of())).containsExactlyInAnyOrder(shop + "@10.0.1.7", shop + "@10.0.1.8");
        assertThat(places(Set.of(), Set.of("10.0.1.8"))).containsExactly(shop + "@10.0.1.8");
        assertThat(places(Set.of(odd), Set.of("10.0.1.8"))).containsExactlyInAnyOrder(odd + "@10.0.1.9",
                shop + "@10.0.1.8");
        assertThat(places(Set.of("shop/7", ".*"), Set.of("10.0.1."))).isEmpty();
        assertThat(places(Set.of(), Set.of())).isEmpty();
        Set<String> many = IntStream.range(0, 6_000).mapToObj((i) -> "app-" + i + "/0").collect(Collectors.toSet());
        many.add(odd);
        assertThat(places(many, Set.of())).containsExactly(odd + "@10.0.1.9");
    }

    private List<String> places(Set<String> ids, Set<String> cells) {
        return store().containers(ids, cells, WINDOW)
            .stream()
            .map((one) -> one.target().id() + "@" + one.target().ip())
            .toList();
    }

    @Test
    void drawsSeveralLinesInTheOrderOfTheQueries() {
        Map<String, String> vm = vm("a");
        write(vm(vm, "cpuStats.core.0", 10), vm(vm, "cpuStats.core.1", 30), vm(vm, "diskStats./.Usage", 77));
        Map<String, Set<String>> ofA = Map.of(Tags.ID, Set.of("a"));

        List<Series> series = store().series(
                List.of(new SeriesQuery(Measurement.VM, MetricName.ROOT_DISK_USAGE, ofA, List.of(), WINDOW, INTERVAL),
                        new SeriesQuery(Measurement.VM, MetricName.CPU_CORES, ofA, List.of(Tags.METRIC_NAME), WINDOW,
                                INTERVAL),
                        new SeriesQuery(Measurement.VM, MetricName.CPU_CORES, ofA, List.of(), WINDOW, INTERVAL)));

        assertThat(series).hasSize(4);
        assertThat(series.get(0).points().get(0).value()).isEqualTo(77);
        assertThat(series.subList(1, 3)).extracting((one) -> one.tags().get(Tags.METRIC_NAME))
            .containsExactly("cpuStats.core.0", "cpuStats.core.1");
        assertThat(series.get(3).points()).hasSize(COUNT).allSatisfy((p) -> assertThat(p.value()).isEqualTo(20));
    }

    @Test
    void addsUpTheGrowthOfAFamilyOfCounters() {
        write(vm(vm("a"), "networkIOStats.eth0.bytesRecv", (step) -> 1e6 + step * 3000),
                vm(vm("a"), "networkIOStats.eth1.bytesRecv", (step) -> step * 6000),
                vm(vm("a"), "networkIOStats.eth1.bytesSent", (step) -> step * 9000));

        List<Series> series = store().series(List.of(new SeriesQuery(Measurement.VM, MetricName.NETWORK_BYTES_IN,
                Map.of(Tags.ID, Set.of("a")), List.of(), SECOND_HALF, Duration.ofMinutes(1))));

        assertThat(series).singleElement()
            .satisfies((one) -> assertThat(one.points()).hasSize(5)
                .allSatisfy((p) -> assertThat(p.value()).isCloseTo(300, NEARLY)));
    }

    @Test
    void listsTheLargestProcessesOfTheNewestReport() {
        write(List.of(process("a", "java", 11, 700, at(0)), process("a", "java", 11, 900, at(1)),
                process("a", "rep", 12, 1000, at(1)), process("b", "other", 13, 5000, at(1))));

        assertThat(store().topProcesses(Origin.VM, "a", WINDOW))
            .containsExactly(new ProcessUsage(1, "rep", 12, 1000, at(1)), new ProcessUsage(2, "java", 11, 900, at(1)));
        assertThat(store().topProcesses(Origin.VM, "nobody", WINDOW)).isEmpty();
    }

    @Test
    void takesHostileTagsAsText() {
        List<String> hostile = List.of("' OR 1=1 --", "a\\' OR time > 0; DROP DATABASE x", "b\"c", "comma,equals= x",
                "ends with \\", "한글 이름", "tab\\there", "/^.*$/", "back\\,slash", "\uD83D\uDE00",
                "\"; DROP SERIES FROM x");
        for (String name : hostile) {
            write(vm(vm(name), "diskStats./.Usage", 42));
        }

        Map<String, TargetUsage> usage = usage(Origin.VM, Resource.ROOT_DISK);

        assertThat(usage).hasSize(hostile.size());
        for (String id : usage.keySet()) {
            SeriesQuery query = new SeriesQuery(Measurement.VM, MetricName.ROOT_DISK_USAGE, Map.of(Tags.ID, Set.of(id)),
                    List.of(Tags.ID), WINDOW, INTERVAL);
            assertThat(store().series(List.of(query))).as(id)
                .singleElement()
                .satisfies((series) -> assertThat(series.tags()).containsEntry(Tags.ID, id));
        }
    }

    @Test
    void takesMoreThanFitsIntoOneRequest() {
        List<Sample> samples = new ArrayList<>();
        for (int number = 0; number < 25_000; number++) {
            samples.add(Sample.of(Measurement.VM,
                    Map.of(Tags.ID, "vm-" + number, Tags.METRIC_NAME, "diskStats./.Usage"), 1, BEGIN));
        }
        store().write(samples);

        assertThat(store().usage(window(Origin.VM, Resource.ROOT_DISK))).hasSize(25_000);
    }

    @Test
    void answersNothingOutOfNothing() {
        MetricStore store = store();
        store.write(List.of());

        assertThat(store.usage(window(Origin.BOSH, Resource.CPU))).isEmpty();
        assertThat(store.lastSeen(Origin.CONTAINER, WINDOW)).isEmpty();
        assertThat(store.containers(WINDOW)).isEmpty();
        assertThat(store.series(List.of())).isEmpty();
        store.check();
    }

    @Test
    void tellsWhichProcessesWereToldOf() {
        MetricStore store = store();
        Instant end = WINDOW.to();
        store.write(List.of(process("a", "gorouter", 1, 900, end.minusSeconds(200)),
                process("a", "monit", 2, 10, end.minusSeconds(20)),
                process("b", "gorouter", 3, 900, end.minusSeconds(30)),
                process("b", "gorouter", 3, 900, end.minusSeconds(60)),
                process("c", "rep", 4, 5, end.minusSeconds(900))));

        List<ProcessPresence> presences = store.processes(Origin.VM, Set.of("gorouter", "route registrar"), WINDOW);

        assertThat(presences)
            .extracting((one) -> one.target().id(), ProcessPresence::lastReport, ProcessPresence::lastSeen)
            .containsExactlyInAnyOrder(tuple("a", end.minusSeconds(20), Map.of("gorouter", end.minusSeconds(200))),
                    tuple("b", end.minusSeconds(30), Map.of("gorouter", end.minusSeconds(30))));
        assertThat(store.processes(Origin.BOSH, Set.of("gorouter"), WINDOW)).isEmpty();
    }

    private static Sample process(String vm, String name, long pid, long memory, Instant time) {
        Map<String, String> tags = with(with(vm(vm), Tags.METRIC_NAME, "processStats"), Tags.PROCESS_NAME, name);
        return new Sample(Measurement.VM_PROCESS, tags, Map.of(Tags.PROCESS_INDEX, 1, Tags.PROCESS_PID, pid,
                Tags.PROCESS_PPID, 1, Tags.MEMORY_USAGE, memory, Tags.START_TIME, 1L), time);
    }

}
