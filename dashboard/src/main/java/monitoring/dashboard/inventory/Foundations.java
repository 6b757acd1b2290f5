package monitoring.dashboard.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import monitoring.dashboard.inventory.Foundation.AppState;
import monitoring.dashboard.inventory.Foundation.Container;
import monitoring.dashboard.inventory.Foundation.Director;
import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.dashboard.inventory.KnownApps.Apps;
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
import monitoring.storage.metric.LastSamples;
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

    private final KnownApps apps;

    private final AlarmStore alarms;

    private final MetricStore metrics;

    private final StoreWatch stores;

    private final Environment environment;

    private final AtomicInteger changes = new AtomicInteger();

    private final Memo<Foundation> memo;

    Foundations(InventoryStore inventory, AlarmStore alarms, MetricStore metrics, StoreWatch stores,
            Environment environment) {
        this.inventory = inventory;
        this.apps = new KnownApps(inventory, environment.clock());
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
        this.changes.incrementAndGet();
        this.memo.amend((was) -> new Reassessment(was, open(), silentAfter()).foundation());
    }

    /** How often somebody changed alarms since the start. */
    public int changes() {
        return this.changes.get();
    }

    private Foundation look() {
        Instant now = this.environment.clock().instant();
        Map<String, List<Alarm>> open = open();
        Map<Origin, LastSamples> heard = heard(now);
        List<Director> directors = directors(open, heard(heard, Origin.BOSH).named(), now);
        List<Vm> vms = vms(open, heard(heard, Origin.VM), now);
        Apps apps = this.stores.ask(Store.RELATIONS, this.apps::read, Apps.NONE);
        List<Container> containers = containers(apps, open, heard(heard, Origin.CONTAINER), now);
        return new Foundation(now, directors, vms, states(apps.byGuid(), containers), containers);
    }

    private static LastSamples heard(Map<Origin, LastSamples> heard, Origin origin) {
        return heard.getOrDefault(origin, new LastSamples());
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

    private List<Vm> vms(Map<String, List<Alarm>> open, LastSamples heard, Instant now) {
        List<VirtualMachine> machines = this.stores.ask(Store.RELATIONS, this.inventory::virtualMachines,
                List.<VirtualMachine>of());
        Foundation before = this.memo.peek();
        List<Vm> known = (before == null) ? List.of() : before.vms();
        boolean blind = isBlind(heard, now);
        List<Vm> vms = new ArrayList<>(machines.size());
        for (VirtualMachine machine : withUnreported(machines, heard.named())) {
            @Nullable Instant last = heard.of(machine.id());
            last = (last != null) ? last : heard.of(machine.ip());
            List<Alarm> own = open.getOrDefault(machine.id(), List.of());
            TargetState state = TargetState.of(machine, own, new TargetState.Hearing(last, blind, now, silentAfter()));
            Vm is = new Vm(machine, state, last, own);
            Vm was = (vms.size() < known.size()) ? known.get(vms.size()) : null;
            vms.add(is.equals(was) ? was : is);
        }
        return vms;
    }

    /**
     * What is as it was is the same object as in the picture before, so that the next
     * picture of 100,000 containers takes little more memory.
     */
    private List<Container> containers(Apps apps, Map<String, List<Alarm>> open, LastSamples heard, Instant now) {
        Foundation before = this.memo.peek();
        List<Container> known = (before == null) ? List.of() : before.containers();
        Set<String> alarmed = appsOf(open.keySet());
        boolean blind = isBlind(heard, now);
        Duration silentAfter = silentAfter();
        List<Container> containers = new ArrayList<>(apps.instances().size());
        for (AppInstance instance : apps.instances()) {
            @Nullable Instant last = heard.of(instance.appGuid(), instance.index());
            List<Alarm> own = alarmed.contains(instance.appGuid()) ? open.getOrDefault(instance.id(), List.of())
                    : List.of();
            TargetState state = TargetState.of(instance, own, new TargetState.Hearing(last, blind, now, silentAfter));
            Container is = new Container(instance, apps.app(instance), state, last, own);
            Container was = (containers.size() < known.size()) ? known.get(containers.size()) : null;
            containers.add((was != null && was.isSame(is)) ? was : is);
        }
        return containers;
    }

    private static Set<String> appsOf(Set<String> ids) {
        Set<String> apps = new HashSet<>();
        ids.forEach((id) -> apps.add(id.substring(0, Math.max(0, id.lastIndexOf('/')))));
        return apps;
    }

    static List<AppState> states(Map<String, App> apps, List<Container> containers) {
        Map<String, AppTally> tallies = new HashMap<>();
        for (Container one : containers) {
            tallies.computeIfAbsent(one.instance().appGuid(), (guid) -> new AppTally()).add(one);
        }
        AppTally none = new AppTally();
        return apps.values().stream().map((app) -> tallies.getOrDefault(app.guid(), none).of(app)).toList();
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

    private Map<Origin, LastSamples> heard(Instant now) {
        // agents' clocks may be ahead
        TimeRange range = new TimeRange(now.minus(LOOK_BACK), now.plusSeconds(60));
        return this.stores.ask(Store.METRICS, () -> this.metrics.lastSeen(REPORTING, range), Map.of());
    }

    private boolean isBlind(LastSamples heard, Instant now) {
        return !heard.isAnyAfter(now.minus(silentAfter()));
    }

    private Duration silentAfter() {
        return this.environment.properties().silentAfter();
    }

    /** What the instances of one app are together. */
    private static final class AppTally {

        private TargetState worst = TargetState.RUNNING;

        private int running;

        private void add(Container one) {
            this.worst = TargetState.worse(this.worst, one.state());
            this.running += "RUNNING".equals(one.instance().state()) ? 1 : 0;
        }

        private AppState of(App app) {
            return new AppState(app, this.worst, this.running);
        }

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
