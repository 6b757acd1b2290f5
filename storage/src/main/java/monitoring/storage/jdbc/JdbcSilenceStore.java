package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

import monitoring.storage.alarm.Silence;
import monitoring.storage.alarm.SilenceStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;

/** Keeps silences. */
final class JdbcSilenceStore implements SilenceStore {

    private final Database database;

    JdbcSilenceStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Silence> list() {
        return this.database.sql("select * from silences order by starts_at, id")
            .query(JdbcSilenceStore::silence)
            .list();
    }

    @Override
    public Silence save(Silence silence) {
        Silence.Matcher matcher = silence.matcher();
        Row row = new Row().with("origin_type", (matcher.origin() != null) ? matcher.origin().code() : null)
            .with("alarm_type", (matcher.resource() != null) ? matcher.resource().code() : null)
            .with("deployment", matcher.deployment())
            .with("zone_name", matcher.zone())
            .with("target_id", matcher.target())
            .withMicros("starts_at", silence.startsAt())
            .withMicros("ends_at", silence.endsAt())
            .with("recurrence", silence.recurrence())
            .with("time_zone", silence.timeZone().getId())
            .withText("reason", silence.reason(), 4000)
            .withText("user_name", silence.user(), 255);
        if (silence.id().isEmpty()) {
            return find(Long.parseLong(this.database.insert("silences", row, "id")));
        }
        long id = Database.numberOf("silences", silence.id());
        if (!this.database.update("silences", row, "id", id)) {
            throw Database.missing("silences", silence.id());
        }
        return find(id);
    }

    private Silence find(long id) {
        return this.database.sql("select * from silences where id = ?")
            .param(id)
            .query(JdbcSilenceStore::silence)
            .single();
    }

    @Override
    public void delete(String id) {
        Database.number(id).ifPresent((number) -> this.database.delete("silences", "id", number));
    }

    private static Silence silence(ResultSet row, int number) throws SQLException {
        String origin = row.getString("origin_type");
        String resource = row.getString("alarm_type");
        Silence.Matcher matcher = new Silence.Matcher((origin != null) ? Origin.ofCode(origin) : null,
                (resource != null) ? Resource.ofCode(resource) : null, row.getString("deployment"),
                row.getString("zone_name"), row.getString("target_id"));
        return new Silence(row.getString("id"), matcher, Times.required(row, "starts_at"),
                Times.required(row, "ends_at"), row.getString("recurrence"), ZoneId.of(row.getString("time_zone")),
                row.getString("reason"), row.getString("user_name"));
    }

}
