package monitoring.dashboard.placement;

import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.InvalidInputException;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which container runs where, for programs. */
@RestController
@Tag(name = "Placement")
@RequestMapping("/api/v1/placement")
class PlacementApiController {

    private final Placements placements;

    private final Movements movements;

    PlacementApiController(Placements placements, Movements movements) {
        this.placements = placements;
        this.movements = movements;
    }

    /**
     * Zones, their cells and the containers on them: now, or at a moment before. With
     * 100000 containers it is large; a zone or a cell alone is less.
     * @param q part of an app's name, or its GUID; its containers are marked
     * @param zone only this one, empty for all
     * @param cell only this one, by its VM's id; empty for all
     * @param at a moment in the past, such as 2026-11-20T17:10:00Z; empty for now
     */
    @GetMapping
    Placement placement(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String cell, @RequestParam(defaultValue = "") String at) {
        if (at.isBlank()) {
            this.placements.measure();
        }
        return this.placements.of(at, search(q)).within(zone.strip(), cell.strip());
    }

    /**
     * Over how many cells and zones apps are spread, those with the least spread first;
     * at most 12.
     * @param q part of an app's name, or its GUID
     * @param at a moment in the past, empty for now
     */
    @GetMapping("/spread")
    List<Spread> spread(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String at) {
        if (q.isBlank()) {
            throw new InvalidInputException("q", "nothing", "part of an app's name, or its GUID");
        }
        return Spread.ofMatches(this.placements.of(at, search(q)));
    }

    /**
     * Which containers went from cell to cell of late, newest first, at most 50; and
     * which cells were emptied.
     * @param range 1h or 6h
     */
    @GetMapping("/moves")
    Movements.Moves moves(@RequestParam(defaultValue = "1h") String range) {
        return this.movements.of(range);
    }

    private static String search(String q) {
        return q.strip().toLowerCase(Locale.ROOT);
    }

}
