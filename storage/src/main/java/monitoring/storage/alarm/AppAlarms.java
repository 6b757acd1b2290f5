package monitoring.storage.alarm;

import monitoring.storage.paging.PageOf;

/** Finds what the user portal was told of apps. */
public interface AppAlarms {

    /** Newest first. */
    PageOf<AppAlarm> search(AppAlarmQuery query);

}
