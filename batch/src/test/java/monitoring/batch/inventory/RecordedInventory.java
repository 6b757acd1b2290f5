package monitoring.batch.inventory;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.Change;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.JobReport;
import monitoring.storage.inventory.VirtualMachine;

/** Remembers the reports that an inventory store was given. */
final class RecordedInventory {

    final Map<String, List<VirtualMachine>> machines = new LinkedHashMap<>();

    List<App> apps = new ArrayList<>();

    List<AppInstance> instances = new ArrayList<>();

    final Map<String, JobReport> jobs = new LinkedHashMap<>();

    final List<Change> changes = new ArrayList<>();

    int reports;

    final InventoryStore store = (InventoryStore) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] { InventoryStore.class }, (proxy, method, arguments) -> switch (method.getName()) {
                case "replaceVirtualMachines" -> {
                    this.reports++;
                    this.machines.put((String) arguments[0],
                            ((List<?>) arguments[1]).stream().map(VirtualMachine.class::cast).toList());
                    yield null;
                }
                case "replaceJobs" -> {
                    ((List<?>) arguments[1]).stream()
                        .map(JobReport.class::cast)
                        .forEach((report) -> this.jobs.put(report.vm(), report));
                    yield null;
                }
                case "replaceApps" -> {
                    this.reports++;
                    this.apps = ((List<?>) arguments[0]).stream().map(App.class::cast).toList();
                    this.instances = ((List<?>) arguments[1]).stream().map(AppInstance.class::cast).toList();
                    yield null;
                }
                case "keepChanges" -> {
                    ((List<?>) arguments[0]).forEach((change) -> this.changes.add((Change) change));
                    yield null;
                }
                case "appInstances" -> this.instances;
                default -> null;
            });

}
