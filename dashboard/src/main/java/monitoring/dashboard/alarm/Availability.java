package monitoring.dashboard.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.dashboard.inventory.Foundation;
import monitoring.storage.alarm.Downtime;
import monitoring.storage.metric.TimeRange;

/**
 * How long the VMs of a group, or the instances of an app, were up: all of the time but
 * that in which an alarm said that they were down.
 *
 * @param service deployment / job, or organization / space / app
 * @param targets how many there are now
 * @param down time of all of them together
 * @param percent of the time that they were up
 */
public record Availability(String service, int targets, Duration down, double percent) {

    /** Of services that were down and are still there, the worst first. */
    static List<Availability> of(List<Downtime> downtimes, Foundation foundation, TimeRange range) {
        Map<String, Integer> sizes = sizes(foundation);
        List<Availability> all = new ArrayList<>();
        for (Downtime one : downtimes) {
            int size = sizes.getOrDefault(one.service(), 0);
            if (size > 0 && !one.down().isZero()) {
                double whole = range.length().toSeconds() * (double) size;
                all.add(new Availability(one.service(), size, one.down(),
                        Math.max(0, 100 - 100 * one.down().toSeconds() / whole)));
            }
        }
        all.sort(Comparator.comparingDouble(Availability::percent).thenComparing(Availability::service));
        return all;
    }

    private static Map<String, Integer> sizes(Foundation foundation) {
        Map<String, Integer> sizes = new HashMap<>();
        foundation.vms().forEach((vm) -> sizes.merge(Places.service(vm.machine()), 1, Integer::sum));
        foundation.containers().forEach((one) -> sizes.merge(Places.service(one.app()), 1, Integer::sum));
        return sizes;
    }

}
