package monitoring.storage.alarm;

import java.time.Instant;

/**
 * What the user portal was told of an app, in PaaS-TA's codes and texts; also by PaaS-TA
 * itself, before it was adopted.
 *
 * @param id of its row in {@code app_alarm_histories}
 * @param appGuid GUID of the app
 * @param index of its instance
 * @param appName name of the app
 * @param resource code of the resource
 * @param level code of the severity
 * @param title in one line
 * @param message in some lines
 * @param at when it was raised
 */
public record AppAlarm(String id, String appGuid, int index, String appName, String resource, String level,
        String title, String message, Instant at) {
}
