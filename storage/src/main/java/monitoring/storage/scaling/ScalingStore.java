package monitoring.storage.scaling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Policies;

/** Keeps scaling policies, decisions and events. */
public interface ScalingStore {

    Policies<ScalingPolicy> policies();

    Optional<ScalingPolicy> policy(String appGuid);

    ScalingPolicy save(ScalingPolicy policy, String user);

    void delete(String appGuid);

    /** Keeps an event; a later one of the same decision replaces the earlier. */
    void save(ScalingEvent event);

    /** The event of a decision. */
    Optional<ScalingEvent> find(String decisionId);

    /** The newest event of an app. */
    Optional<ScalingEvent> latest(String appGuid);

    /**
     * The newest event of an app after which it has another number of instances, or may
     * have: it was scaled, or nobody knows.
     */
    Optional<ScalingEvent> latestDone(String appGuid);

    /** Newest first; of one app, or of all where it is empty. */
    PageOf<ScalingEvent> events(String appGuid, PageRequest page);

    /**
     * The newest events of some apps that were decided within a stretch of time, newest
     * first.
     */
    List<ScalingEvent> events(Set<String> appGuids, TimeRange decided, int limit);

    /**
     * How often in a row a server did not do what a decision and those before it asked
     * for: it rejected, it failed, or nobody knows.
     * @param decision the last one that counts; none if it was done itself
     */
    ScalingStreak refusals(ScalingDecision decision);

    /**
     * Forgets the events that were decided before a moment, but not the newest of an app:
     * its cool-down is reckoned from that; and what was told of scaling before it.
     * @return how many were forgotten
     */
    int forgetBefore(Instant time);

}
