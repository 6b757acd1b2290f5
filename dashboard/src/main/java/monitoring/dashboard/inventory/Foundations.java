package monitoring.dashboard.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import monitoring.dashboard.inventory.Foundation.AppState;
import monitoring.dashboard.inventory.Foundation.Container;
import monitoring.dashboard.inventory.Foundation.Director;
import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.dashboard.web.Memo;
import monitoring.dashboard.web.Standing;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TargetUsage.LastSeen;
import monitoring.storage.metric.TimeRange;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Takes the picture of the foundation that every page shows; all pages share one for some
 * seconds.
 */
@Component
public class Foundations implements Standing {

    /**
     * A target that was silent for longer is shown without the time of its last sample.
     */
    private static final Duration LOOK_BACK = Duration.ofHours(1);

    private static final Set<Origin> REPORTING = EnumSet.of(Origin.BOSH, Origin.VM, Origin.CONTAINER);

    private final InventoryStore inventory;

    private final AlarmStore alarms;

    private final MetricStore metrics;

    private final StoreWatch stores;

    private final Environment environment;

    private final Memo<Foundation> memo;

    Foundations(InventoryStore inventory, AlarmStore alarms, MetricStore metrics, StoreWatch stores,
            Environment environment) {
        this.inventory = inventory;
        this.alarms = alarms;
        this.metrics = metrics;
        this.stores = stores;
        this.environment = environment;
        this.memo = Memo.behind(this::look, environment.properties().refresh(), environment.clock());
    }

    /** What there is now, as far as the one who is signed in may see it. */
    public Foundation now() {
        return this.memo.get().of(Viewer.currentOrganizations());
    }

    @Override
    public List<Memo<?>> standing() {
        return List.of(this.memo);
    }

    /** How old what is shown may be before it is looked at anew. */
    public Duration age() {
        return this.environment.properties().refresh();
    }

    /**
     * Makes the next page see a change of alarms at once. Nothing else is asked for:
     * nobody who takes an alarm waits for the samples of a whole foundation.
     */
    public void changed() {
        this.memo.amend((was) -> new Reassessment(was, open(), silentAfter()).foundation());
    }

    private Foundation look() {
        Instant now = this.environment.clock().instant();
        Map<String, List<Alarm>> open = open();
        Map<Origin, List<LastSeen>> heard = heard(now);
        List<Director> directors = directors(open, heard.getOrDefault(Origin.BOSH, List.of()), now);
        List<Vm> vms = vms(open, heard.getOrDefault(Origin.VM, List.of()), now);
        Map<String, App> apps = this.stores.ask(Store.RELATIONS, this.inventory::apps, List.<App>of())
            .stream()
            .collect(Collectors.toMap(App::guid, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        Map<String, Instant> containersHeard = lastSamples(heard.getOrDefault(Origin.CONTAINER, List.of()));
        List<Container> containers = containers(apps, open, containersHeard, now);
        return new Foundation(now, directors, vms, states(apps, containers), containers);
    }

    private Map<String, List<Alarm>> open() {
        return this.stores.ask(Store.RELATIONS, this.alarms::open, List.<Alarm>of())
            .stream()
            .collect(Collectors.groupingBy((alarm) -> alarm.target().id()));
    }

    private List<Director> directors(Map<String, List<Alarm>> open, List<LastSeen> heard, Instant now) {
        List<Director> directors = new ArrayList<>();
        for (LastSeen one : heard) {
            String id = one.target().id();
            List<Alarm> own = open.getOrDefault(id, List.of());
            TargetState state = TargetState.worst(List.of(TargetState.of(own),
                    new TargetState.Hearing(one.lastSample(), false, now, silentAfter()).state()));
            directors.add(new Director(id, one.target().name(), one.target().ip(), state, one.lastSample(), own));
        }
        open.values()
            .stream()
            .flatMap(List::stream)
            .filter((alarm) -> alarm.target().origin() == Origin.BOSH)
            .filter((alarm) -> directors.stream().noneMatch((one) -> one.id().equals(alarm.target().id())))
            .collect(Collectors.groupingBy(Alarm::target))
            .forEach((target, own) -> directors
                .add(new Director(target.id(), target.name(), target.ip(), TargetState.of(own), null, own)));
        directors.sort(Comparator.comparing(Director::name).thenComparing(Director::id));
        return directors;
    }

    private List<Vm> vms(Map<String, List<Alarm>> open, List<LastSeen> samples, Instant now) {
        List<VirtualMachine> machines = this.stores.ask(Store.RELATIONS, this.inventory::virtualMachines,
                List.<VirtualMachine>of());
        Map<String, Instant> heard = lastSamples(samples);
        boolean blind = isBlind(heard, now);
        List<Vm> vms = new ArrayList<>(machines.size());
        for (VirtualMachine machine : withUnreported(machines, samples)) {
            @Nullable Instant last = heard.getOrDefault(machine.id(), heard.get(machine.ip()));
            List<Alarm> own = open.getOrDefault(machine.id(), List.of());
            TargetState state = TargetState.of(machine, own, new TargetState.Hearing(last, blind, now, silentAfter()));
            vms.add(new Vm(machine, state, last, own));
        }
        return vms;
    }

    private List<Container> containers(Map<String, App> apps, Map<String, List<Alarm>> open, Map<String, Instant> heard,
            Instant now) {
        List<AppInstance> instances = this.stores.ask(Store.RELATIONS, this.inventory::appInstances,
                List.<AppInstance>of());
        boolean blind = isBlind(heard, now);
        List<Container> containers = new ArrayList<>(instances.size());
        for (AppInstance instance : instances) {
            String guid = instance.appGuid();
            App app = apps.computeIfAbsent(guid, (unknown) -> new App(unknown, unknown, "", "", 0));
            @Nullable Instant last = heard.get(instance.id());
            List<Alarm> own = open.getOrDefault(instance.id(), List.of());
            TargetState state = TargetState.of(instance, own, new TargetState.Hearing(last, blind, now, silentAfter()));
            containers.add(new Container(instance, app, state, last, own));
        }
        return containers;
    }

    static List<AppState> states(Map<String, App> apps, List<Container> containers) {
        Map<String, List<Container>> byApp = containers.stream()
            .collect(Collectors.groupingBy((one) -> one.instance().appGuid()));
        return apps.values().stream().map((app) -> {
            List<Container> own = byApp.getOrDefault(app.guid(), List.of());
            int running = (int) own.stream().filter((one) -> "RUNNING".equals(one.instance().state())).count();
            return new AppState(app, TargetState.worst(own.stream().map(Container::state).toList()), running);
        }).toList();
    }

    /**
     * Also VMs that no director reports but that tell of themselves, such as the one this
     * runs on.
     */
    private static List<VirtualMachine> withUnreported(List<VirtualMachine> reported, List<LastSeen> samples) {
        Set<String> known = new HashSet<>();
        reported.forEach((machine) -> {
            known.add(machine.id());
            known.add(machine.ip());
        });
        List<VirtualMachine> all = new ArrayList<>(reported);
        for (LastSeen one : samples) {
            MetricTarget target = one.target();
            if (!target.id().isBlank() && known.add(target.id()) && !known.contains(target.ip())) {
                all.add(new VirtualMachine(target.id(), "", target.tag(Tags.DEPLOYMENT), target.tag(Tags.ORIGIN),
                        index(target), "", target.ip(), false, VmState.UNKNOWN, one.lastSample()));
            }
        }
        return all;
    }

    private static int index(MetricTarget target) {
        String index = target.tag(Tags.INDEX);
        return index.matches("\\d{1,6}") ? Integer.parseInt(index) : 0;
    }

    private static Map<String, Instant> lastSamples(List<LastSeen> samples) {
        Map<String, Instant> last = new HashMap<>();
        for (LastSeen one : samples) {
            last.merge(one.target().id(), one.lastSample(), (a, b) -> a.isAfter(b) ? a : b);
        }
        return last;
    }

    private Map<Origin, List<LastSeen>> heard(Instant now) {
        // agents' clocks may be ahead
        TimeRange range = new TimeRange(now.minus(LOOK_BACK), now.plusSeconds(60));
        return this.stores.ask(Store.METRICS, () -> this.metrics.lastSeen(REPORTING, range), Map.of());
    }

    private boolean isBlind(Map<String, Instant> heard, Instant now) {
        Instant limit = now.minus(silentAfter());
        return heard.values().stream().noneMatch((last) -> last.isAfter(limit));
    }

    private Duration silentAfter() {
        return this.environment.properties().silentAfter();
    }

    /**
     * What states are derived with.
     *
     * @param properties the keys
     * @param clock the time
     */
    record Environment(InventoryProperties properties, Clock clock) {
    }

}
