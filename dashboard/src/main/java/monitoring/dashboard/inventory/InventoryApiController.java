package monitoring.dashboard.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.inventory.Foundation.AppState;
import monitoring.dashboard.inventory.Foundation.Director;
import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.dashboard.web.ApiPage;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.JobProcess;
import monitoring.storage.inventory.JobReport;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.ProcessUsage;
import monitoring.storage.metric.TimeRange;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** VMs, cells, directors and apps, for programs. */
@RestController
@Tag(name = "Inventory")
@RequestMapping("/api/v1")
class InventoryApiController {

    private final Foundations foundations;

    private final Usages usages;

    private final MetricStore metrics;

    private final StoreWatch stores;

    private final InventoryStore inventory;

    private final AppDetails details;

    private final Clock clock;

    InventoryApiController(Foundations foundations, Usages usages, MetricStore metrics, StoreWatch stores,
            InventoryStore inventory, AppDetails details, Clock clock) {
        this.foundations = foundations;
        this.usages = usages;
        this.metrics = metrics;
        this.stores = stores;
        this.inventory = inventory;
        this.details = details;
        this.clock = clock;
    }

    /** VMs by filter and order, as the list of VMs. */
    @GetMapping("/vms")
    ApiPage<VmView> vms(VmQuery query, ApiPage.Part page) {
        Usages.Usage usage = this.usages.of(Origin.VM);
        List<Vm> fitting = query.of(this.foundations.now().vms(), usage);
        return ApiPage.part(fitting, page, (vm) -> vm.machine().id()).map((vm) -> VmView.of(vm, usage));
    }

    /** The VMs that run containers. */
    @GetMapping("/cells")
    ApiPage<VmView> cells(ApiPage.Part page) {
        Usages.Usage usage = this.usages.of(Origin.VM);
        return ApiPage.part(this.foundations.now().cells(), page, (vm) -> vm.machine().id())
            .map((vm) -> VmView.of(vm, usage));
    }

    /** One VM with its usage. */
    @GetMapping("/vms/{id}")
    VmView vm(@PathVariable String id) {
        Vm vm = this.foundations.now().vm(id).orElseThrow(() -> new NotFoundException("VM", id));
        return VmView.of(vm, this.usages.of(Origin.VM));
    }

    /**
     * The processes of a VM that held the most memory at the end of a stretch of time.
     */
    @GetMapping("/vms/{id}/processes")
    List<ProcessUsage> processes(@PathVariable String id, TimeChoice.Query time) {
        vm(id);
        return processes(Origin.VM, id, time);
    }

    /**
     * The processes of a VM's jobs as BOSH sees them, those that need a look first.
     */
    @GetMapping("/vms/{id}/jobs")
    JobsView jobs(@PathVariable String id) {
        vm(id);
        return this.stores.require(Store.RELATIONS, () -> this.inventory.jobs(id))
            .map(JobsView::of)
            .orElse(JobsView.NOTHING_TOLD);
    }

    /** The BOSH directors. */
    @GetMapping("/directors")
    List<Director> directors() {
        return this.foundations.now().directors();
    }

    /** One BOSH director. */
    @GetMapping("/directors/{id}")
    Director director(@PathVariable String id) {
        return this.foundations.now().director(id).orElseThrow(() -> new NotFoundException("BOSH director", id));
    }

    /**
     * The processes of a director that held the most memory at the end of a stretch of
     * time.
     */
    @GetMapping("/directors/{id}/processes")
    List<ProcessUsage> directorProcesses(@PathVariable String id, TimeChoice.Query time) {
        director(id);
        return processes(Origin.BOSH, id, time);
    }

    /**
     * Apps by part of their name or GUID, and by state.
     * @param q part of a name or GUID, empty for all
     * @param state only in this state
     */
    @GetMapping("/apps")
    ApiPage<AppState> apps(@RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable TargetState state, ApiPage.Part page) {
        return ApiPage.part(AppState.fitting(this.foundations.now().apps(), q, state), page, (one) -> one.app().guid());
    }

    /** One app with its instances, and what it is judged and scaled by. */
    @GetMapping("/apps/{guid}")
    AppView app(@PathVariable String guid) {
        Foundation foundation = this.foundations.now();
        AppState app = foundation.app(guid).orElseThrow(() -> new NotFoundException("app", guid));
        return AppView.of(app, foundation.containersOf(guid), this.details.of(guid));
    }

    private List<ProcessUsage> processes(Origin origin, String id, TimeChoice.Query time) {
        TimeChoice choice = TimeChoice.forViewer(time, "15m", this.clock.instant());
        TimeRange range = TimeRange.before(choice.range().to(), Duration.ofMinutes(5));
        return this.stores.require(Store.METRICS, () -> this.metrics.topProcesses(origin, id, range));
    }

    /**
     * The jobs of a VM.
     *
     * @param told when the director told of them, null where it never did
     * @param processes of its jobs; none where its agent did not answer
     */
    record JobsView(@Nullable Instant told, List<JobProcess> processes) {

        static final JobsView NOTHING_TOLD = new JobsView(null, List.of());

        static JobsView of(JobReport report) {
            return new JobsView(report.at(), Job.of(report).stream().map(Job::process).toList());
        }

    }

    /**
     * A VM with its usage.
     *
     * @param vm what it is and how
     * @param cpu percent, null where it did not report
     * @param memory percent
     * @param disk percent
     */
    record VmView(Vm vm, @Nullable Double cpu, @Nullable Double memory, @Nullable Double disk) {

        static VmView of(Vm vm, Usages.Usage usage) {
            String id = vm.machine().id();
            return new VmView(vm, usage.cpu(id), usage.memory(id), usage.disk(id));
        }

    }

}
