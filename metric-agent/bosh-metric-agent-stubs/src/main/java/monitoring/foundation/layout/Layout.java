package monitoring.foundation.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import monitoring.foundation.layout.FoundationVm.Hardware;

/** All VMs and apps of the simulated foundation. */
public final class Layout {

    /** The app that is under load now and then, and that AutoScale relieves. */
    public static final String LOADED_APP = "ticket-sales";

    private static final long GIB = 1L << 30;

    private final long seed;

    private final FoundationVm director;

    private final List<FoundationVm> vms;

    private final List<FoundationVm> cells;

    private final List<Space> spaces;

    private final List<FoundationApp> apps;

    private final Map<String, FoundationApp> appsByGuid = new HashMap<>();

    public Layout(LayoutProperties properties) {
        this.seed = properties.seed();
        this.vms = List.copyOf(vms(properties));
        this.cells = this.vms.stream().filter(FoundationVm::cell).toList();
        this.director = new FoundationVm(-1, Chance.guid(this.seed, 1, -1), "bosh", "micro-bosh", 0, "z1", "10.0.0.6",
                new Hardware(4, 8 * GIB, 3 * GIB, 60 * GIB,
                        List.of("director", "worker_1", "nats", "postgres", "health_monitor", "uaa", "credhub")));
        this.spaces = AppNames.spaces(this.seed, properties.containers());
        this.apps = List.copyOf(apps(properties.containers()));
        this.apps.forEach((app) -> this.appsByGuid.put(app.guid(), app));
    }

    private static List<FoundationVm> vms(LayoutProperties properties) {
        List<FoundationVm> vms = new ArrayList<>(properties.vms());
        Map<String, Integer> nextIndex = new HashMap<>();
        int[] hosts = new int[properties.zones() + 1];
        for (int number = 0; number < properties.vms(); number++) {
            Group group = Group.ofVm(number);
            int index = nextIndex.merge(group.name(), 1, Integer::sum) - 1;
            int zone = 1 + index % properties.zones();
            int host = hosts[zone]++;
            String ip = "10." + zone + "." + host / 240 + "." + (10 + host % 240);
            vms.add(new FoundationVm(number, Chance.guid(properties.seed(), 1, number), group.deployment(),
                    group.name(), index, "z" + zone, ip, group.hardware()));
        }
        return vms;
    }

    private List<FoundationApp> apps(int containers) {
        List<FoundationApp> result = new ArrayList<>();
        int left = containers;
        for (int number = 0; left > 0; number++) {
            int instances = Math.min(left, (number == 0) ? 2 : 1 + Chance.below(6, this.seed, 3, number));
            int size = Chance.below(3, this.seed, 4, number);
            result.add(new FoundationApp(number, Chance.guid(this.seed, 2, number), AppNames.app(number),
                    number % this.spaces.size(), instances, GIB / 4 << size, GIB));
            left -= instances;
        }
        return result;
    }

    public long seed() {
        return this.seed;
    }

    /** The BOSH director's own VM. */
    public FoundationVm director() {
        return this.director;
    }

    /** All VMs but the director's. */
    public List<FoundationVm> vms() {
        return this.vms;
    }

    /** The VMs that run containers. */
    public List<FoundationVm> cells() {
        return this.cells;
    }

    public List<Space> spaces() {
        return this.spaces;
    }

    public List<FoundationApp> apps() {
        return this.apps;
    }

    /** The app with a GUID. */
    public Optional<FoundationApp> app(String guid) {
        return Optional.ofNullable(this.appsByGuid.get(guid));
    }

    /** The app that is under load now and then. */
    public FoundationApp loadedApp() {
        return this.apps.get(0);
    }

    /** Number of the cell that an instance belongs on. */
    public int homeCell(FoundationApp app, int index) {
        return Chance.below(this.cells.size(), this.seed, 5 + app.number(), index);
    }

    /** Number of the cell that an instance is moved to when its home is away. */
    public int refugeCell(FoundationApp app, int index) {
        int home = homeCell(app, index);
        if (this.cells.size() == 1) {
            return home;
        }
        int step = 1 + Chance.below(this.cells.size() - 1, ~this.seed, 5 + app.number(), index);
        return (home + step) % this.cells.size();
    }

}
