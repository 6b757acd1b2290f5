package monitoring.dashboard.run;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import monitoring.dashboard.web.Memo;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.Turn;
import monitoring.dashboard.web.Turns;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.run.JobRun;
import monitoring.storage.run.JobSum;
import monitoring.storage.run.RunStore;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the runs of the batch's jobs, and how each job did over a day. */
@Controller
class RunController {

    private static final List<String> STATES = List.of("COMPLETED", "FAILED", "STARTED", "STARTING", "STOPPING",
            "STOPPED", "ABANDONED", "UNKNOWN");

    private static final Duration DAY = Duration.ofDays(1);

    /** All runs of a day are added up once for all who look. */
    private static final Duration AGE = Duration.ofSeconds(10);

    private final RunStore runs;

    private final StoreWatch stores;

    private final Memo<List<JobSum>> sums;

    RunController(RunStore runs, StoreWatch stores, Clock clock) {
        this.runs = runs;
        this.stores = stores;
        this.sums = Memo.behind(() -> runs.sums(clock.instant().minus(DAY)), AGE, 2, clock);
    }

    @GetMapping("/runs")
    String list(@RequestParam(defaultValue = "") String job, @RequestParam(defaultValue = "") String state, Turn turn,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        PageRequest request = turn.request(50);
        PageOf<JobRun> found = this.stores.ask(Store.RELATIONS, () -> this.runs.runs(job, state, request),
                new PageOf<JobRun>(List.of(), 0));
        model.addAttribute("job", job);
        model.addAttribute("state", state);
        model.addAttribute("states", STATES);
        model.addAttribute("found", found.items());
        model.addAttribute("turns", Turns.of(found));
        model.addAttribute("sums", this.stores.ask(Store.RELATIONS, this.sums::get, List.<JobSum>of()));
        return htmx.isEmpty() ? "run/list" : "run/list :: rows";
    }

}
