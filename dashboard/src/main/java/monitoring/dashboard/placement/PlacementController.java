package monitoring.dashboard.placement;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.TimeChoice;
import monitoring.dashboard.web.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows zones, their cells and the containers on them. */
@Controller
@RequestMapping("/placement")
class PlacementController {

    /** With more containers a cell shows its counts until it is opened. */
    private static final int TILES_SHOWN = 3000;

    private static final Set<String> COLOURS = Set.of("state", "cpu", "memory", "age");

    private final Placements placements;

    PlacementController(Placements placements) {
        this.placements = placements;
    }

    @GetMapping
    String page(Query query, @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        String search = query.q().toLowerCase(Locale.ROOT);
        Placement all = query.at().isBlank() ? this.placements.now(search)
                : this.placements.at(TimeChoice.instant("at", query.at(), Viewer.currentZone()), search);
        List<Placement.ZoneView> zones = all.zones()
            .stream()
            .filter((zone) -> query.zone().isEmpty() || zone.name().equals(query.zone()))
            .map((zone) -> new Placement.ZoneView(zone.name(),
                    zone.cells()
                        .stream()
                        .filter((cell) -> query.cell().isEmpty() || cell.machine().id().equals(query.cell()))
                        .toList()))
            .filter((zone) -> !zone.cells().isEmpty())
            .toList();
        int shown = zones.stream().mapToInt(Placement.ZoneView::containers).sum();
        model.addAttribute("query", query);
        model.addAttribute("placement", all);
        model.addAttribute("zones", zones);
        model.addAttribute("tiles", shown <= TILES_SHOWN);
        model.addAttribute("search", search);
        return htmx.isEmpty() ? "placement/placement" : "placement/placement :: zones";
    }

    /**
     * What is to be shown.
     *
     * @param zone only this one, empty for all
     * @param cell only this one, by its VM's id; empty for all
     * @param q part of an app's name, or its GUID, to mark
     * @param by what tiles are coloured by: state, cpu, memory or age
     * @param at a moment in the past, empty for now
     */
    record Query(@Nullable String zone, @Nullable String cell, @Nullable String q, @Nullable String by,
            @Nullable String at) {

        Query {
            by = (by == null || by.isBlank()) ? "state" : by;
            if (!COLOURS.contains(by)) {
                throw new InvalidInputException("by", by, "state, cpu, memory or age");
            }
        }

        @Override
        public String zone() {
            return (this.zone == null) ? "" : this.zone;
        }

        @Override
        public String cell() {
            return (this.cell == null) ? "" : this.cell;
        }

        @Override
        public String q() {
            return (this.q == null) ? "" : this.q.strip();
        }

        @Override
        public String by() {
            return (this.by == null) ? "state" : this.by;
        }

        @Override
        public String at() {
            return (this.at == null) ? "" : this.at;
        }

    }

}
