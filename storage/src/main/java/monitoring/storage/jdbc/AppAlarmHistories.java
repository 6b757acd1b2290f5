package monitoring.storage.jdbc;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.metric.Origin;

/** Writes alarms of apps where the user portal looks for them. */
final class AppAlarmHistories {

    private final Database database;

    AppAlarmHistories(Database database) {
        this.database = database;
    }

    /**
     * Makes the row of an alarm say what the alarm says; other alarms have none. One that
     * is over is not told of again whose row the user portal has deleted.
     */
    void follow(Alarm alarm, String id) {
        if (alarm.target().origin() != Origin.APP || alarm.state() == AlarmState.PENDING) {
            return;
        }
        Row row = new Row().with("alarm_level", alarm.severity().code())
            .withText("cell_ip", alarm.target().ip(), 45)
            .withSeconds("alarm_send_date", alarm.progress().notifiedAt())
            .withYn("terminate_yn", !alarm.state().isOpen())
            .withSeconds("modi_date", this.database.now())
            .with("modi_user", "system");
        Row first = first(alarm);
        // what an alarm said last is left as it was when it is over
        said(alarm.state().isOpen() ? row : first, alarm);
        if (alarm.state().isOpen()) {
            this.database.merge("app_alarm_histories", row, first, "source_id", Long.valueOf(id));
        }
        else {
            this.database.update("app_alarm_histories", row, "source_id", Long.valueOf(id));
        }
    }

    private static void said(Row row, Alarm alarm) {
        row.withText("alarm_title", PaasTaTexts.title(alarm), 1000)
            .withText("alarm_message", PaasTaTexts.message(alarm), 16000);
    }

    /** What is said once. */
    private Row first(Alarm alarm) {
        return new Row().withText("app_guid", alarm.target().appGuid(), 50)
            .with("app_idx", AlarmRows.appIndex(alarm.target()))
            .with("resource_type", alarm.resource().code())
            .withText("app_name", AlarmRows.appName(alarm.target()), 50)
            .withText("container_id", alarm.target().id(), 50)
            .with("container_interface", containerInterface(alarm))
            .withSeconds("reg_date", alarm.progress().raisedAt())
            .with("reg_user", "system");
    }

    private String containerInterface(Alarm alarm) {
        return this.database.sql("select container_interface from app_instances where app_guid = ? and app_index = ?")
            .param(alarm.target().appGuid())
            .param(AlarmRows.appIndex(alarm.target()))
            .query(String.class)
            .optional()
            .orElse("");
    }

}
