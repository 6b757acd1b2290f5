package monitoring.storage.alarm;

import java.util.List;

/**
 * What the alarms of a period have in common, each with those of the period before.
 *
 * @param services by deployment and job, or by organization, space and app; most first,
 * copied
 * @param zones by availability zone; most first, copied
 * @param rules by all that decides which policy an alarm is of; copied
 */
public record AlarmShares(List<AlarmShare> services, List<AlarmShare> zones, List<RuleShare> rules) {

    public AlarmShares {
        services = List.copyOf(services);
        zones = List.copyOf(zones);
        rules = List.copyOf(rules);
    }

}
