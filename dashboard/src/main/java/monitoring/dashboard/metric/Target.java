package monitoring.dashboard.metric;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.metric.Origin;

/**
 * What a chart is of.
 *
 * @param origin its kind
 * @param id GUID of a VM, of an app, or {@code <app GUID>/<index>}
 * @param deployment its deployment, empty if it has none
 * @param ip its address, empty if it is not known
 */
record Target(Origin origin, String id, String deployment, String ip) {

    boolean isOf(Alarm alarm) {
        String of = alarm.target().id();
        return of.equals(this.id) || of.startsWith(this.id + "/");
    }

}
