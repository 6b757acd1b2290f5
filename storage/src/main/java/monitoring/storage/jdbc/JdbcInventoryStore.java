package monitoring.storage.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.Change;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.JobReport;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.Zone;
import monitoring.storage.metric.TimeRange;

/** Keeps zones and VMs in PaaS-TA's tables, apps and instances in ours. */
final class JdbcInventoryStore implements InventoryStore {

    private final Database database;

    private final VirtualMachineRows machines;

    private final AppRows apps;

    private final ChangeRows changes;

    private final JobRows jobs;

    JdbcInventoryStore(Database database) {
        this.database = database;
        this.machines = new VirtualMachineRows(database);
        this.apps = new AppRows(database);
        this.changes = new ChangeRows(database);
        this.jobs = new JobRows(database);
    }

    @Override
    public List<Zone> zones() {
        return this.database.sql("select id, name from zones order by name, id")
            .query((row, number) -> new Zone(row.getString("id"), row.getString("name")))
            .list();
    }

    @Override
    public List<VirtualMachine> virtualMachines() {
        return this.machines.list();
    }

    @Override
    public Optional<VirtualMachine> virtualMachine(String id) {
        return this.machines.find(id);
    }

    @Override
    public void replaceVirtualMachines(String director, List<VirtualMachine> reported, Instant at) {
        this.database.together(() -> {
            this.machines.replace(director, reported, at);
            return director;
        });
    }

    @Override
    public void replaceJobs(String director, List<JobReport> reports) {
        this.database.together(() -> {
            this.jobs.replace(director, reports);
            return director;
        });
    }

    @Override
    public Optional<JobReport> jobs(String vm) {
        return this.jobs.find(vm);
    }

    @Override
    public long appsVersion() {
        return this.database.sql("select version from inventory_versions where part = 'apps'")
            .query(Long.class)
            .optional()
            .orElse(0L);
    }

    @Override
    public Optional<Instant> appsSeenAt() {
        return this.database.sql("select seen_at from inventory_versions where part = 'apps' and seen_at is not null")
            .query((row, number) -> Times.required(row, "seen_at"))
            .optional();
    }

    @Override
    public List<App> apps() {
        return this.apps.list();
    }

    @Override
    public Optional<App> app(String guid) {
        return this.apps.find(guid);
    }

    @Override
    public List<AppInstance> appInstances(String appGuid) {
        return this.apps.instances(appGuid);
    }

    @Override
    public List<AppInstance> appInstances() {
        return this.apps.instances();
    }

    @Override
    public void replaceApps(List<App> apps, List<AppInstance> instances, Instant at) {
        this.database.together(() -> {
            boolean changed = this.apps.replaceApps(apps);
            changed |= this.apps.replaceInstances(instances);
            this.database.sql("update inventory_versions set version = version + ?, seen_at = ? where part = 'apps'")
                .param(changed ? 1 : 0)
                .param(Times.micros(at))
                .update();
            return at;
        });
    }

    @Override
    public void keepChanges(List<Change> changes, Instant at) {
        this.database.together(() -> {
            this.changes.keep(changes, at);
            return at;
        });
    }

    @Override
    public List<Change> changes(String subject, TimeRange range) {
        return this.changes.find(Set.of(subject), range, Integer.MAX_VALUE);
    }

    @Override
    public List<Change> changes(Set<String> subjects, TimeRange range, int limit) {
        return this.changes.find(subjects, range, limit);
    }

}
