package monitoring.dashboard.alarm;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.Viewer;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alarms of a day, week, month or year, for programs. */
@RestController
@Tag(name = "Statistics")
@RequestMapping("/api/v1/statistics")
class StatisticsApiController {

    private final Counting counting;

    private final Clock clock;

    StatisticsApiController(Counting counting, Clock clock) {
        this.counting = counting;
        this.clock = clock;
    }

    /**
     * Counts of a period in the account's zone, beside those of the period before.
     * @param period d, w, m or y
     * @param day a day that is in it, such as 2026-11-21; today if empty
     */
    @GetMapping
    StatisticsView statistics(@RequestParam(defaultValue = "w") String period,
            @RequestParam(defaultValue = "") String day) {
        Period chosen = Period.of(period, day, Viewer.currentZone(), this.clock.instant());
        return new StatisticsView(chosen.range().from(), chosen.range().to(), this.counting.statistics(chosen),
                this.counting.statistics(chosen.previous()), this.counting.breakdown(chosen),
                this.counting.availability(chosen));
    }

    /**
     * What happened in a period.
     *
     * @param from its begin
     * @param to its end
     * @param counts what was counted
     * @param before what was counted in the period before
     * @param by what the alarms have in common
     * @param availability of services that were down
     */
    record StatisticsView(Instant from, Instant to, Statistics counts, Statistics before, Breakdown by,
            List<Availability> availability) {
    }

}
