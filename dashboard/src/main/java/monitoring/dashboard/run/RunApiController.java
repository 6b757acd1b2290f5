package monitoring.dashboard.run;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.ApiPage;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.run.JobRun;
import monitoring.storage.run.JobSum;
import monitoring.storage.run.RunStore;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The runs of the batch's jobs, for programs. */
@RestController
@Tag(name = "Batch runs")
@RequestMapping("/api/v1/runs")
class RunApiController {

    private final RunStore runs;

    private final StoreWatch stores;

    private final Clock clock;

    RunApiController(RunStore runs, StoreWatch stores, Clock clock) {
        this.runs = runs;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Newest first, with their steps.
     * @param job only of this job, empty for all
     * @param state only in this state, such as FAILED; empty for any
     */
    @GetMapping
    ApiPage<JobRun> list(@RequestParam(defaultValue = "") String job, @RequestParam(defaultValue = "") String state,
            ApiPage.Part page) {
        PageRequest request = page.request();
        return ApiPage.of(this.stores.require(Store.RELATIONS, () -> this.runs.runs(job, state, request)), request);
    }

    /** How each job did over the last day: runs, failures, mean and longest time. */
    @GetMapping("/sums")
    List<JobSum> sums() {
        return this.stores.require(Store.RELATIONS,
                () -> this.runs.sums(this.clock.instant().minus(Duration.ofDays(1))));
    }

}
