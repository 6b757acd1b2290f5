package monitoring.dashboard.alarm;

import java.time.Clock;
import java.time.Instant;

import monitoring.dashboard.web.Viewer;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alarms of a day, week, month or year, for programs. */
@RestController
@RequestMapping("/api/v1/statistics")
class StatisticsApiController {

    private final RaisedAlarms raised;

    private final Clock clock;

    StatisticsApiController(RaisedAlarms raised, Clock clock) {
        this.raised = raised;
        this.clock = clock;
    }

    /** Counts of a period (d, w, m or y) that a day is in, today where none is given. */
    @GetMapping
    StatisticsView statistics(@RequestParam(defaultValue = "w") String period,
            @RequestParam(defaultValue = "") String day) {
        Period chosen = Period.of(period, day, Viewer.currentZone(), this.clock.instant());
        return new StatisticsView(chosen.range().from(), chosen.range().to(),
                Statistics.of(this.raised.within(chosen.range()), chosen),
                this.raised.count(chosen.previous().range()));
    }

    /**
     * What happened in a period.
     *
     * @param from its begin
     * @param to its end
     * @param counts what was counted
     * @param before alarms of the period before
     */
    record StatisticsView(Instant from, Instant to, Statistics counts, long before) {
    }

}
