package monitoring.storage.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

import monitoring.storage.alarm.AlarmHistory;

/** Deletes old alarms in pieces, so that nobody waits long for a lock. */
final class JdbcAlarmHistory implements AlarmHistory {

    private static final int PIECE = 1000;

    private static final List<String> OF_ALARM = List.of("delete from alarm_events where alarm_id in (:ids)",
            "delete from alarm_actions where alarm_id in (:ids)",
            "delete from app_alarm_histories where source_id in (:ids)", "delete from alarms where id in (:ids)");

    private final Database database;

    JdbcAlarmHistory(Database database) {
        this.database = database;
    }

    @Override
    public int forgetBefore(Instant time, BooleanSupplier goOn) {
        int forgotten = 0;
        int piece = PIECE;
        while (piece == PIECE && goOn.getAsBoolean()) {
            piece = this.database.together(() -> forgetPiece(time));
            forgotten += piece;
        }
        this.database.together(() -> forgetIncidents(time));
        new AlarmNames(this.database).forgetBefore(time);
        return forgotten;
    }

    private int forgetPiece(Instant time) {
        List<Long> ids = this.database
            .sql("select id from alarms where resolve_status = '3' and complete_date < :time and " + AlarmRows.OURS
                    + " order by complete_date, id limit " + PIECE)
            .param("time", Times.seconds(time))
            .query(Long.class)
            .list();
        if (!ids.isEmpty()) {
            OF_ALARM.forEach((sql) -> this.database.sql(sql).param("ids", ids).update());
            this.database.sql("delete from notifications where alarm_id in (:ids) and delivery_state <> 'QUEUED'")
                .param("ids", ids.stream().map(String::valueOf).toList())
                .update();
        }
        return ids.size();
    }

    /** Those that no alarm is left of. */
    private int forgetIncidents(Instant time) {
        this.database.sql("""
                delete from incident_notes where incident_id in (select id from incidents
                where incident_state = 'RESOLVED' and resolved_at < :time
                and not exists (select 1 from alarms where alarms.incident_id = incidents.id))""")
            .param("time", Times.micros(time))
            .update();
        return this.database.sql("""
                delete from incidents where incident_state = 'RESOLVED' and resolved_at < :time
                and not exists (select 1 from alarms where alarms.incident_id = incidents.id)""")
            .param("time", Times.micros(time))
            .update();
    }

}
