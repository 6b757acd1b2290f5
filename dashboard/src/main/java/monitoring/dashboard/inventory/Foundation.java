package monitoring.dashboard.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.VirtualMachine;
import org.jspecify.annotations.Nullable;

/**
 * What there is and how it is, at one moment.
 *
 * @param at which moment
 * @param directors the BOSH directors; copied
 * @param vms all VMs, in order of deployment, job and index; copied
 * @param apps all apps, in order of organization, space and name; copied
 * @param containers all app instances; copied
 */
public record Foundation(Instant at, List<Director> directors, List<Vm> vms, List<AppState> apps,
        List<Container> containers) {

    public Foundation {
        directors = List.copyOf(directors);
        vms = List.copyOf(vms);
        apps = List.copyOf(apps);
        containers = List.copyOf(containers);
    }

    /**
     * What those see who see the apps of some organizations only; all of it where there
     * are none.
     */
    Foundation of(Set<String> organizations) {
        if (organizations.isEmpty()) {
            return this;
        }
        return new Foundation(this.at, List.of(), List.of(),
                this.apps.stream().filter((one) -> organizations.contains(one.app().organization())).toList(),
                this.containers.stream().filter((one) -> organizations.contains(one.app().organization())).toList());
    }

    public List<Vm> cells() {
        return this.vms.stream().filter((vm) -> vm.machine().cell()).toList();
    }

    public Optional<Vm> vm(String id) {
        return this.vms.stream().filter((vm) -> vm.machine().id().equals(id)).findFirst();
    }

    public Optional<Director> director(String id) {
        return this.directors.stream().filter((director) -> director.id().equals(id)).findFirst();
    }

    public Optional<AppState> app(String guid) {
        return this.apps.stream().filter((app) -> app.app().guid().equals(guid)).findFirst();
    }

    public List<Container> containersOf(String appGuid) {
        return this.containers.stream().filter((one) -> one.instance().appGuid().equals(appGuid)).toList();
    }

    /**
     * All containers by the address of their cell; under an empty one those that run
     * nowhere.
     */
    public Map<String, List<Container>> containersByCell() {
        return this.containers.stream().collect(Collectors.groupingBy((one) -> one.instance().cellIp()));
    }

    /** How many are in each state; every state is there. */
    public static <T> Map<TargetState, Integer> counts(Collection<T> all, Function<T, TargetState> state) {
        Map<TargetState, Integer> counts = new EnumMap<>(TargetState.class);
        for (TargetState one : TargetState.values()) {
            counts.put(one, 0);
        }
        all.forEach((one) -> counts.merge(state.apply(one), 1, Integer::sum));
        return counts;
    }

    /** Some things by what they have in common, in the order in which they come. */
    static <T> Map<String, List<T>> grouped(Collection<T> all, Function<T, String> key) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        all.forEach((one) -> groups.computeIfAbsent(key.apply(one), (any) -> new ArrayList<>()).add(one));
        return groups;
    }

    /**
     * A BOSH director.
     *
     * @param id GUID or address of its VM
     * @param name what its agent calls it
     * @param ip its address
     * @param state how it is
     * @param lastSeen its newest sample
     * @param alarms what is open; copied
     */
    public record Director(String id, String name, String ip, TargetState state, @Nullable Instant lastSeen,
            List<Alarm> alarms) {

        public Director {
            alarms = List.copyOf(alarms);
        }

    }

    /**
     * A VM and how it is.
     *
     * @param machine what it is
     * @param state how it is
     * @param lastSeen its newest sample, null if none within the time looked at
     * @param alarms what is open; copied
     */
    public record Vm(VirtualMachine machine, TargetState state, @Nullable Instant lastSeen, List<Alarm> alarms) {

        public Vm {
            alarms = List.copyOf(alarms);
        }

    }

    /**
     * An app and how it is.
     *
     * @param app what it is
     * @param state as bad as the worst of its instances
     * @param instances how many run
     */
    public record AppState(App app, TargetState state, int instances) {

        /** Those with a part of their path or their GUID, and in a state. */
        static List<AppState> fitting(List<AppState> all, String q, @Nullable TargetState state) {
            return all.stream()
                .filter((one) -> state == null || one.state() == state)
                .filter((one) -> fits(one.app(), q))
                .toList();
        }

        /** Whether a part of an app's path or GUID is what is looked for. */
        static boolean fits(App app, String q) {
            String needle = q.strip().toLowerCase(Locale.ROOT);
            return needle.isEmpty() || app.guid().contains(needle)
                    || (app.organization() + "/" + app.space() + "/" + app.name()).toLowerCase(Locale.ROOT)
                        .contains(needle);
        }

        /** How many should run, but do not. */
        public int missing() {
            return Math.max(0, this.app.instances() - this.instances);
        }

    }

    /**
     * One instance of an app and how it is.
     *
     * @param instance where it runs
     * @param app its app
     * @param state how it is
     * @param lastSeen its newest sample, null if none within the time looked at
     * @param alarms what is open; copied
     */
    public record Container(AppInstance instance, App app, TargetState state, @Nullable Instant lastSeen,
            List<Alarm> alarms) {

        public Container {
            alarms = List.copyOf(alarms);
        }

        /** Whether another picture of it shows the same; both are of the same objects. */
        boolean isSame(Container other) {
            return this.instance == other.instance && this.app == other.app && this.state == other.state
                    && Objects.equals(this.lastSeen, other.lastSeen) && this.alarms.equals(other.alarms);
        }

        /** What people call it: {@code app[index]}. */
        public String name() {
            return this.app.name() + "[" + this.instance.index() + "]";
        }

    }

}
