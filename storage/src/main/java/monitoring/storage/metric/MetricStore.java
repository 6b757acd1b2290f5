package monitoring.storage.metric;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps samples and answers for all targets at once: no method asks the server once for
 * each target.
 */
public interface MetricStore {

    /**
     * Creates databases and retention policies that are missing.
     * @throws MetricStoreException if the server refuses or does not answer
     */
    void prepare();

    /**
     * Says whether the next call would succeed.
     * @throws MetricStoreException if it would not
     */
    void check();

    /**
     * Keeps samples; the same sample twice is kept once.
     * @param samples in any order, of any measurement; many are kept fastest when those
     * with the same tags follow each other
     * @throws MetricStoreException if not all were kept; all can then be sent again
     */
    void write(List<Sample> samples);

    /**
     * The mean usage of each target that reported within a window.
     * @param window of which resource, over which time
     * @return one entry a target, in no order; targets without data are absent
     * @throws MetricStoreException if the server refuses or does not answer
     */
    List<TargetUsage> usage(MetricWindow window);

    /**
     * The mean usage of several resources within one window, for a screen: in as few
     * statements as there can be. Where a target bore several names or addresses within
     * the window, their means weigh alike.
     * @param origin whose targets
     * @param resources of which resources
     * @param range over which time
     * @return the usage of the targets that reported
     * @throws MetricStoreException if the server refuses or does not answer
     */
    default UsageTable usages(Origin origin, Set<Resource> resources, TimeRange range) {
        UsageTable table = new UsageTable();
        resources.forEach((resource) -> usage(new MetricWindow(origin, resource, range))
            .forEach((usage) -> table.put(resource, usage.target().id(), usage.value())));
        return table;
    }

    /**
     * The usage of targets over time: what {@link #usage(MetricWindow)} says, bucket by
     * bucket; for charts, sparklines and for trying a policy on the past.
     * @param window of which resource, over which time
     * @param targetIds whose, by {@link MetricTarget#id()}; empty for all
     * @param step length of a bucket
     * @return one entry a target, in no order; targets without data are absent
     * @throws MetricStoreException if the server refuses or does not answer
     */
    List<UsageSeries> usageOverTime(MetricWindow window, Set<String> targetIds, Duration step);

    /**
     * Which containers reported, and where.
     * @param range over which time
     * @return one entry a container and place: one that moved within the range has
     * several
     * @throws MetricStoreException if the server refuses or does not answer
     */
    List<ContainerPlacement> containers(TimeRange range);

    /**
     * Where some containers reported, and what reported on some cells.
     * @param ids of containers, by {@link MetricTarget#id()}
     * @param cells addresses of cells
     * @param range over which time
     * @return of {@link #containers(TimeRange)} those that are one of the containers or
     * were on one of the cells
     * @throws MetricStoreException if the server refuses or does not answer
     */
    default List<ContainerPlacement> containers(Set<String> ids, Set<String> cells, TimeRange range) {
        return containers(range).stream()
            .filter((one) -> ids.contains(one.target().id()) || cells.contains(one.target().ip()))
            .toList();
    }

    /**
     * When each target of an origin last reported.
     * @param origin whose targets
     * @param range how far back to look
     * @return one entry a target that reported within the range
     * @throws MetricStoreException if the server refuses or does not answer
     */
    List<TargetUsage.LastSeen> lastSeen(Origin origin, TimeRange range);

    /**
     * When each target of some origins last reported; all of them in one statement. What
     * names containers is not told.
     * @param origins whose targets
     * @param range how far back to look
     * @return by origin; each of the origins is there
     * @throws MetricStoreException if the server refuses or does not answer
     */
    default Map<Origin, LastSamples> lastSeen(Set<Origin> origins, TimeRange range) {
        Map<Origin, LastSamples> seen = new EnumMap<>(Origin.class);
        for (Origin origin : origins) {
            LastSamples samples = new LastSamples();
            lastSeen(origin, range).forEach(samples::put);
            seen.put(origin, samples);
        }
        return seen;
    }

    /**
     * Values over time, for charts; all queries go out in one request.
     * @param queries what to ask for
     * @return the series of all queries, in the order of the queries
     * @throws MetricStoreException if the server refuses or does not answer
     */
    List<Series> series(List<SeriesQuery> queries);

    /**
     * The processes of one VM that held the most memory when it last told.
     * @param origin VM or BOSH
     * @param targetId GUID of the VM
     * @param range how far back to look
     * @return largest first; empty where the VM told nothing
     * @throws MetricStoreException if the server refuses or does not answer
     */
    List<ProcessUsage> topProcesses(Origin origin, String targetId, TimeRange range);

    /**
     * When each VM last told of some processes; all VMs in one request.
     * @param origin VM or BOSH
     * @param names of which processes, 1..1000
     * @param range how far back to look
     * @return one entry a VM that told of any process within the range
     * @throws MetricStoreException if the server refuses or does not answer
     */
    List<ProcessPresence> processes(Origin origin, Set<String> names, TimeRange range);

}
