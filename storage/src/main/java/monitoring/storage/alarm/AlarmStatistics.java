package monitoring.storage.alarm;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import monitoring.storage.metric.TimeRange;

/** Counts alarms. PENDING ones are left out: they were never raised. */
public interface AlarmStatistics {

    /**
     * How many are open now, by kind; {@code start} is when the oldest of each was
     * raised.
     */
    List<AlarmCount> open();

    /**
     * How many were raised, by kind and by piece of time, oldest first; pieces without
     * any are left out.
     * @param range raised within
     * @param unit length of a piece: HOURS, DAYS or MONTHS
     * @param zone in which days and months begin
     */
    List<AlarmCount> raised(TimeRange range, ChronoUnit unit, ZoneId zone);

    /** How long people and the platform took for the alarms that were raised within. */
    ResponseTimes responseTimes(TimeRange raised);

    /** The targets and resources that were raised most often, most first. */
    List<NoisyTarget> noisiest(TimeRange raised, int limit);

    /**
     * What the alarms of a range have in common.
     * @param raised raised within
     * @param before the range to compare with; ends where the other one begins
     * @param limit services, and zones, at most
     */
    AlarmShares shares(TimeRange raised, TimeRange before, int limit);

    /** The services whose targets were down within a range, longest first. */
    List<Downtime> downtimes(TimeRange range, int limit);

}
