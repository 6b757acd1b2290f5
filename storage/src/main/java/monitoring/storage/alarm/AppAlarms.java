package monitoring.storage.alarm;

import monitoring.storage.paging.PageOf;

/** What the user portal was told of apps. */
public interface AppAlarms {

    /** Newest first. */
    PageOf<AppAlarm> search(AppAlarmQuery query);

    /**
     * Forgets what the user portal was told of an app; the alarms themselves stay.
     * @return how many rows there were
     */
    int forget(String appGuid);

}
