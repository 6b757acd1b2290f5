package monitoring.dashboard.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import monitoring.dashboard.web.Answers;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.JobReport;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.ProcessUsage;
import monitoring.storage.metric.TimeRange;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the page of a VM and of a director have in common: the chosen time and the top
 * processes; and the jobs of a VM.
 */
@Component
class VmDetails {

    private static final int KEPT = 100;

    private static final Duration AGE = Duration.ofSeconds(10);

    private final MetricStore metrics;

    private final InventoryStore inventory;

    private final StoreWatch stores;

    private final Clock clock;

    private final Answers<Asked, List<ProcessUsage>> answers;

    VmDetails(MetricStore metrics, InventoryStore inventory, StoreWatch stores, Clock clock) {
        this.metrics = metrics;
        this.inventory = inventory;
        this.stores = stores;
        this.clock = clock;
        this.answers = new Answers<>(KEPT, AGE, clock);
    }

    void add(Origin origin, String id, TimeChoice.Query time, Model model) {
        Instant now = Answers.aligned(this.clock.instant(), AGE);
        TimeChoice choice = TimeChoice.forViewer(time, "3h", now);
        // Processes as they were at the end of the chosen time: at 02:10, if that is what
        // is looked at.
        TimeRange range = TimeRange.before(choice.range().to(), Duration.ofMinutes(5));
        List<ProcessUsage> processes = this.answers.to(new Asked(origin, id, range), this::ask, List.of());
        model.addAttribute("time", choice);
        model.addAttribute("processes", processes);
    }

    /** How the jobs of a VM are now; no past of them is kept. */
    void addJobs(String id, Model model) {
        Optional<JobReport> report = this.stores.ask(Store.RELATIONS, () -> this.inventory.jobs(id), Optional.empty());
        model.addAttribute("told", report.map(JobReport::at).orElse(null));
        model.addAttribute("jobs", report.map(Job::of).orElse(List.of()));
    }

    private @Nullable List<ProcessUsage> ask(Asked asked) {
        return this.stores.ask(Store.METRICS,
                () -> this.metrics.topProcesses(asked.origin(), asked.id(), asked.range()), null);
    }

    /** Of which VM, and when. */
    private record Asked(Origin origin, String id, TimeRange range) {
    }

}
