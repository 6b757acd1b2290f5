package monitoring.dashboard.metric;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import monitoring.dashboard.metric.Chart.Board;
import monitoring.dashboard.metric.Chart.Mark;
import monitoring.dashboard.web.Answers;
import monitoring.dashboard.web.Sight;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.SeriesQuery;

import org.springframework.stereotype.Component;

/**
 * Puts the charts of a target together; of an app that the viewer may not see there are
 * none.
 */
@Component
class Boards {

    private static final int BUCKETS = 240;

    /** Boards of which the values are kept for those who look at the same target. */
    private static final int KEPT = 50;

    private static final Duration AGE = Duration.ofSeconds(5);

    private final MetricStore metrics;

    private final InventoryStore inventory;

    private final Drawings drawings;

    private final Sight sight;

    private final StoreWatch stores;

    private final Clock clock;

    private final Answers<List<SeriesQuery>, List<Series>> answers;

    Boards(MetricStore metrics, InventoryStore inventory, Drawings drawings, Sight sight, StoreWatch stores,
            Clock clock) {
        this.metrics = metrics;
        this.inventory = inventory;
        this.drawings = drawings;
        this.sight = sight;
        this.stores = stores;
        this.clock = clock;
        this.answers = new Answers<>(KEPT, AGE, clock);
    }

    Board vm(String id, TimeChoice.Query time) {
        Optional<VirtualMachine> machine = this.stores.ask(Store.RELATIONS, () -> this.inventory.virtualMachine(id),
                Optional.empty());
        return machineBoard(Origin.VM, id, machine.map(VirtualMachine::deployment).orElse(""), choice(time));
    }

    Board director(String id, TimeChoice.Query time) {
        return machineBoard(Origin.BOSH, id, "", choice(time));
    }

    Board app(String guid, TimeChoice.Query time) {
        this.sight.requireApp(guid);
        return containerBoard(guid, "", choice(time));
    }

    Board container(String guid, int index, TimeChoice.Query time) {
        this.sight.requireApp(guid);
        return containerBoard(guid, String.valueOf(index), choice(time));
    }

    private Board machineBoard(Origin origin, String id, String deployment, TimeChoice choice) {
        Duration step = choice.step(BUCKETS);
        Measurement measurement = Measurement.of(origin);
        List<Series> answer = ask(VmCharts.queries(measurement, id, choice.range(), step));
        Grid grid = new Grid(choice.range(), step);
        return board(choice, grid, new VmCharts(grid, answer).charts(this.drawings.limits(origin, deployment)),
                this.drawings.marks(origin, Set.of(id), choice.range()));
    }

    private Board containerBoard(String guid, String index, TimeChoice choice) {
        Duration step = choice.step(BUCKETS);
        List<Series> answer = ask(ContainerCharts.queries(guid, index, choice.range(), step));
        Grid grid = new Grid(choice.range(), step);
        List<AppInstance> instances = this.stores.ask(Store.RELATIONS, () -> this.inventory.appInstances(guid),
                List.<AppInstance>of());
        ContainerCharts.Quota quota = instances.stream()
            .findFirst()
            .map((one) -> new ContainerCharts.Quota(one.memoryQuota(), one.diskQuota()))
            .orElse(new ContainerCharts.Quota(0, 0));
        Set<String> ids = index.isEmpty() ? instances.stream().map(AppInstance::id).collect(Collectors.toSet())
                : Set.of(guid + "/" + index);
        return board(choice, grid,
                new ContainerCharts(grid, answer, quota).charts(this.drawings.limits(Origin.CONTAINER, "")),
                this.drawings.marks(Origin.CONTAINER, ids, choice.range()));
    }

    private Board board(TimeChoice choice, Grid grid, List<Chart> charts, List<Mark> marks) {
        String away = this.stores.away()
            .stream()
            .filter((outage) -> outage.store() == Store.METRICS)
            .map(StoreWatch.Outage::message)
            .findFirst()
            .orElse("");
        return new Board(choice.range().from().toEpochMilli(), choice.range().to().toEpochMilli(), grid.times(), charts,
                marks, away);
    }

    private List<Series> ask(List<SeriesQuery> queries) {
        return this.answers.to(queries,
                (asked) -> this.stores.ask(Store.METRICS, () -> this.metrics.series(asked), null), List.of());
    }

    private TimeChoice choice(TimeChoice.Query time) {
        return TimeChoice.forViewer(time, "3h", Answers.aligned(this.clock.instant(), AGE));
    }

}
