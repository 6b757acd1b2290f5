package monitoring.storage.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import monitoring.storage.metric.TimeRange;

/**
 * Keeps what the foundation is made of. What is gone is forgotten only after two reports
 * without it.
 */
public interface InventoryStore {

    List<Zone> zones();

    /** All VMs that were not deleted, in order of deployment, job and index. */
    List<VirtualMachine> virtualMachines();

    Optional<VirtualMachine> virtualMachine(String id);

    /**
     * Takes over a director's whole report.
     * @param director its name; VMs of other directors stay as they are
     * @param reported every VM it knows
     * @param at when it said so
     */
    void replaceVirtualMachines(String director, List<VirtualMachine> reported, Instant at);

    /**
     * Takes over what a director says of the jobs of all its VMs.
     * @param director its name; what others said stays
     * @param reports one a VM
     */
    void replaceJobs(String director, List<JobReport> reports);

    /** What was last said of the jobs of a VM; empty where no director tells of it. */
    Optional<JobReport> jobs(String vm);

    /**
     * A number that is another one whenever apps or their instances are others. Who keeps
     * them asks for it before them, and knows by it whether they are still the same.
     */
    long appsVersion();

    /**
     * When apps and their instances were last told, whether they were others or not;
     * empty if they never were.
     */
    Optional<Instant> appsSeenAt();

    /** All apps that were not deleted, in order of organization, space and name. */
    List<App> apps();

    Optional<App> app(String guid);

    /** The instances of an app, in order of their index. */
    List<AppInstance> appInstances(String appGuid);

    /** All app instances that were not deleted. */
    List<AppInstance> appInstances();

    /**
     * Takes over the cloud controller's whole report.
     * @param apps every app it knows
     * @param instances every instance of them
     * @param at when it said so
     */
    void replaceApps(List<App> apps, List<AppInstance> instances, Instant at);

    /**
     * Keeps what was done to the foundation; what is known already is not kept again.
     * @param changes in any order
     * @param at when it was told; what is older than a month is forgotten
     */
    void keepChanges(List<Change> changes, Instant at);

    /** What was done to a deployment or an app within a stretch of time, newest first. */
    List<Change> changes(String subject, TimeRange range);

    /**
     * The newest of what was done to some deployments and apps within a stretch of time,
     * newest first.
     */
    List<Change> changes(Set<String> subjects, TimeRange range, int limit);

}
