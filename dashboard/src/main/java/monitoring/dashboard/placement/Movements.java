package monitoring.dashboard.placement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundation.Container;
import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.Memo;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.metric.ContainerPlacement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Tags;
import monitoring.storage.metric.TimeRange;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says which containers went from cell to cell, and which cells were emptied; one
 * statement, shared by all who look.
 */
@Component
class Movements {

    private static final Map<String, Duration> LENGTHS = Map.of("1h", Duration.ofHours(1), "6h", Duration.ofHours(6));

    private static final int SHOWN = 50;

    private final Foundations foundations;

    private final MetricStore metrics;

    private final StoreWatch stores;

    private final Clock clock;

    private final Map<String, Memo<Moves>> memos = new HashMap<>();

    Movements(Foundations foundations, MetricStore metrics, StoreWatch stores, Clock clock) {
        this.foundations = foundations;
        this.metrics = metrics;
        this.stores = stores;
        this.clock = clock;
        LENGTHS.forEach(
                (name, length) -> this.memos.put(name, Memo.behind(() -> look(length), Duration.ofSeconds(30), clock)));
    }

    /**
     * What moved of late.
     * @param length 1h or 6h
     * @throws InvalidInputException if it is neither
     */
    Moves of(String length) {
        Memo<Moves> memo = this.memos.get(length);
        if (memo == null) {
            throw new InvalidInputException("range", length, "1h or 6h");
        }
        return memo.get();
    }

    /**
     * What came to its cell of late is all that can have moved: where it was before is
     * asked for it alone, and for cells that are empty now, as to ask for 100,000
     * containers takes many seconds.
     */
    private Moves look(Duration length) {
        TimeRange range = TimeRange.before(this.clock.instant(), length);
        Foundation foundation = this.foundations.now();
        Map<String, VirtualMachine> cells = new HashMap<>();
        foundation.cells().forEach((cell) -> cells.put(cell.machine().ip(), cell.machine()));
        Set<String> empty = new HashSet<>(cells.keySet());
        Set<String> arrived = new HashSet<>();
        for (Container one : foundation.containers()) {
            empty.remove(one.instance().cellIp());
            if (!one.instance().since().isBefore(range.from())) {
                arrived.add(one.instance().id());
            }
        }
        Map<String, List<ContainerPlacement>> places = places(arrived, empty, range);
        List<Move> moves = new ArrayList<>();
        places.values().forEach((own) -> moves(own, cells, moves));
        moves.sort(Comparator.comparing(Move::at).reversed());
        return new Moves(moves.size(), List.copyOf(moves.subList(0, Math.min(moves.size(), SHOWN))),
                emptied(foundation, places, cells));
    }

    private Map<String, List<ContainerPlacement>> places(Set<String> arrived, Set<String> empty, TimeRange range) {
        Map<String, List<ContainerPlacement>> places = new HashMap<>();
        if (arrived.isEmpty() && empty.isEmpty()) {
            return places;
        }
        for (ContainerPlacement one : this.stores.ask(Store.METRICS,
                () -> this.metrics.containers(arrived, empty, range), List.<ContainerPlacement>of())) {
            if (!one.target().tag(Tags.APPLICATION_ID).isEmpty()) {
                places.computeIfAbsent(one.target().id(), (id) -> new ArrayList<>()).add(one);
            }
        }
        return places;
    }

    private static void moves(List<ContainerPlacement> own, Map<String, VirtualMachine> cells, List<Move> moves) {
        own.sort(Comparator.comparing(ContainerPlacement::lastSample));
        for (int i = 1; i < own.size(); i++) {
            ContainerPlacement from = own.get(i - 1);
            ContainerPlacement to = own.get(i);
            if (!from.target().ip().equals(to.target().ip())) {
                moves.add(new Move(to.target().tag(Tags.APPLICATION_ID), to.target().name(),
                        new Place(from.target().ip(), cells.get(from.target().ip())),
                        new Place(to.target().ip(), cells.get(to.target().ip())), from.lastSample()));
            }
        }
    }

    /** Cells on which containers ran, and on which none is now. */
    private static List<Place> emptied(Foundation foundation, Map<String, List<ContainerPlacement>> places,
            Map<String, VirtualMachine> cells) {
        Set<String> had = new HashSet<>();
        places.values().forEach((own) -> own.forEach((one) -> had.add(one.target().ip())));
        foundation.containers().forEach((one) -> had.remove(one.instance().cellIp()));
        return had.stream().sorted().map((ip) -> new Place(ip, cells.get(ip))).toList();
    }

    /**
     * What moved.
     *
     * @param total how many containers in all
     * @param newest the newest of them, newest first
     * @param emptied cells from which all containers went
     */
    public record Moves(int total, List<Move> newest, List<Place> emptied) {
    }

    /**
     * One container that went from cell to cell.
     *
     * @param appGuid its app
     * @param name what people call it
     * @param from where it was
     * @param to where it went
     * @param at when it was last heard of where it was
     */
    public record Move(String appGuid, String name, Place from, Place to, Instant at) {
    }

    /**
     * A cell.
     *
     * @param ip its address
     * @param machine what it is, null if it is gone
     */
    public record Place(String ip, @Nullable VirtualMachine machine) {

        public String name() {
            return (this.machine == null) ? this.ip : this.machine.name();
        }

    }

}
