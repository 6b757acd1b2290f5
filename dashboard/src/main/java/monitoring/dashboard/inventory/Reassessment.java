package monitoring.dashboard.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import monitoring.dashboard.inventory.Foundation.AppState;
import monitoring.dashboard.inventory.Foundation.Container;
import monitoring.dashboard.inventory.Foundation.Director;
import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.inventory.App;
import org.jspecify.annotations.Nullable;

/**
 * Makes a picture of a foundation follow its alarms; all the rest of it is as it was.
 */
final class Reassessment {

    private final Foundation was;

    private final Map<String, List<Alarm>> open;

    private final Duration silentAfter;

    /**
     * Begins with a picture.
     * @param open all open alarms by the id of their target
     * @param silentAfter how long a target may be silent
     */
    Reassessment(Foundation was, Map<String, List<Alarm>> open, Duration silentAfter) {
        this.was = was;
        this.open = open;
        this.silentAfter = silentAfter;
    }

    Foundation foundation() {
        List<Director> directors = this.was.directors()
            .stream()
            .map(this::director)
            // one of which only alarms told, and no alarm does any more
            .filter((one) -> one.lastSeen() != null || !one.alarms().isEmpty())
            .toList();
        boolean blindVms = isBlind(this.was.vms(), Vm::lastSeen);
        List<Vm> vms = this.was.vms().stream().map((vm) -> vm(vm, blindVms)).toList();
        boolean blindContainers = isBlind(this.was.containers(), Container::lastSeen);
        List<Container> containers = this.was.containers()
            .stream()
            .map((one) -> container(one, blindContainers))
            .toList();
        Map<String, App> apps = this.was.apps()
            .stream()
            .map(AppState::app)
            .collect(Collectors.toMap(App::guid, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        return new Foundation(this.was.at(), directors, vms, Foundations.states(apps, containers), containers);
    }

    private Director director(Director one) {
        List<Alarm> own = of(one.id());
        if (own.equals(one.alarms())) {
            return one;
        }
        TargetState state = TargetState.of(own);
        if (one.lastSeen() != null) {
            state = TargetState.worst(List.of(state, hearing(one.lastSeen(), false).state()));
        }
        return new Director(one.id(), one.name(), one.ip(), state, one.lastSeen(), own);
    }

    private Vm vm(Vm vm, boolean blind) {
        List<Alarm> own = of(vm.machine().id());
        return own.equals(vm.alarms()) ? vm : new Vm(vm.machine(),
                TargetState.of(vm.machine(), own, hearing(vm.lastSeen(), blind)), vm.lastSeen(), own);
    }

    private Container container(Container one, boolean blind) {
        List<Alarm> own = of(one.instance().id());
        return own.equals(one.alarms()) ? one : new Container(one.instance(), one.app(),
                TargetState.of(one.instance(), own, hearing(one.lastSeen(), blind)), one.lastSeen(), own);
    }

    private List<Alarm> of(String id) {
        return this.open.getOrDefault(id, List.of());
    }

    private TargetState.Hearing hearing(@Nullable Instant last, boolean blind) {
        return new TargetState.Hearing(last, blind, this.was.at(), this.silentAfter);
    }

    private <T> boolean isBlind(List<T> all, Function<T, @Nullable Instant> lastSeen) {
        Instant limit = this.was.at().minus(this.silentAfter);
        return all.stream().map(lastSeen).filter(Objects::nonNull).noneMatch((last) -> last.isAfter(limit));
    }

}
