package monitoring.dashboard.placement;

import java.util.Locale;

import monitoring.dashboard.web.TimeChoice;
import monitoring.dashboard.web.Viewer;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which container runs where, for programs. */
@RestController
@RequestMapping("/api/v1/placement")
class PlacementApiController {

    private final Placements placements;

    PlacementApiController(Placements placements) {
        this.placements = placements;
    }

    /** Zones, cells and containers: now, or at a moment before. */
    @GetMapping
    Placement placement(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String at) {
        String search = q.strip().toLowerCase(Locale.ROOT);
        return at.isBlank() ? this.placements.now(search)
                : this.placements.at(TimeChoice.instant("at", at, Viewer.currentZone()), search);
    }

}
