package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.alarm.AppAlarm;
import monitoring.storage.alarm.AppAlarmQuery;
import monitoring.storage.alarm.AppAlarms;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageOf;

/** PaaS-TA's {@code app_alarm_histories}, in which its own rows are, too. */
final class JdbcAppAlarms implements AppAlarms {

    private static final KeyOrder NEWEST_FIRST = KeyOrder.newestFirst("reg_date", "alarm_id");

    private final Database database;

    JdbcAppAlarms(Database database) {
        this.database = database;
    }

    @Override
    public PageOf<AppAlarm> search(AppAlarmQuery query) {
        List<String> conditions = new ArrayList<>(List.of("app_guid = :app_guid"));
        Map<String, Object> parameters = new HashMap<>(Map.of("app_guid", query.appGuid()));
        if (!query.resource().isEmpty()) {
            conditions.add("resource_type = :resource");
            parameters.put("resource", query.resource());
        }
        if (!query.level().isEmpty()) {
            conditions.add("alarm_level = :level");
            parameters.put("level", query.level());
        }
        TimeRange told = query.told();
        if (told != null) {
            conditions.add("reg_date >= :from and reg_date < :to");
            parameters.put("from", Times.seconds(told.from()));
            parameters.put("to", Times.seconds(told.to()));
        }
        return new Listing("*", "app_alarm_histories", conditions, parameters, NEWEST_FIRST).page(this.database,
                query.page(), JdbcAppAlarms::alarm);
    }

    @Override
    public int forget(String appGuid) {
        return this.database.sql("delete from app_alarm_histories where app_guid = ?").param(appGuid).update();
    }

    private static AppAlarm alarm(ResultSet row, int number) throws SQLException {
        return new AppAlarm(row.getString("alarm_id"), row.getString("app_guid"), row.getInt("app_idx"),
                row.getString("app_name"), row.getString("resource_type"), row.getString("alarm_level"),
                row.getString("alarm_title"), row.getString("alarm_message"), Times.required(row, "reg_date"));
    }

}
