package monitoring.dashboard.alarm;

import java.time.Clock;

import monitoring.dashboard.web.StoreAwayException;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.metric.Origin;
import monitoring.storage.policy.Severity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Counts the alarms of a day, week, month or year, and compares with the one before. */
@Controller
class StatisticsController {

    private final Counting counting;

    private final Clock clock;

    StatisticsController(Counting counting, Clock clock) {
        this.counting = counting;
        this.clock = clock;
    }

    @GetMapping("/alarm/statistics")
    String page(@RequestParam(defaultValue = "w") String period, @RequestParam(defaultValue = "") String day,
            Model model) {
        Period chosen = Period.of(period, day, Viewer.currentZone(), this.clock.instant());
        model.addAttribute("period", chosen);
        model.addAttribute("now", this.clock.instant());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("origins", Origin.values());
        try {
            count(chosen, model);
        }
        catch (StoreAwayException ex) {
            model.addAttribute("away", ex.key());
        }
        return "alarm/statistics";
    }

    private void count(Period chosen, Model model) {
        model.addAttribute("is", this.counting.statistics(chosen));
        model.addAttribute("was", this.counting.statistics(chosen.previous()));
        model.addAttribute("by", this.counting.breakdown(chosen));
        model.addAttribute("availability", this.counting.availability(chosen));
    }

}
