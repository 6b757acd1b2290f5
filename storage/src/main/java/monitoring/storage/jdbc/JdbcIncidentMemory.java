package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentMemory;
import monitoring.storage.alarm.IncidentNote;
import monitoring.storage.alarm.SimilarIncident;
import monitoring.storage.alarm.SimilarIncident.Likeness;

import static java.util.Objects.requireNonNullElse;

/** Keeps notes on incidents and finds those that were alike. */
final class JdbcIncidentMemory implements IncidentMemory {

    private static final String ALIKE = """
            select incident_id, max(likeness) as likeness from (
              select incident_id, case when alarm_type = :resource then 2 else 1 end as likeness from alarms
              where target_id = :target and origin_type = :origin and incident_id is not null
              union all
              select incident_id, 0 as likeness from (
                select distinct incident_id from alarms
                where alarm_type = :resource and origin_type = :origin and deployment = :deployment
                  and deployment <> '' and incident_id <> :own
                order by incident_id desc limit :limit
              ) newest
            ) alike where incident_id <> :own
            group by incident_id order by likeness desc, incident_id desc limit :limit""";

    private final Database database;

    JdbcIncidentMemory(Database database) {
        this.database = database;
    }

    @Override
    public List<IncidentNote> notes(String incidentId) {
        OptionalLong number = Database.number(incidentId);
        return number.isEmpty() ? List.of()
                : this.database.sql("select * from incident_notes where incident_id = ? order by id desc")
                    .param(number.getAsLong())
                    .query(JdbcIncidentMemory::note)
                    .list();
    }

    private static IncidentNote note(ResultSet row, int number) throws SQLException {
        return new IncidentNote(row.getString("incident_id"), row.getString("note"), row.getString("user_name"),
                Times.required(row, "written_at"));
    }

    @Override
    public void append(IncidentNote note) {
        this.database.insert("incident_notes",
                new Row().with("incident_id", Database.numberOf("incidents", note.incidentId()))
                    .with("note", note.text())
                    .withText("user_name", note.user(), 255)
                    .withMicros("written_at", note.at()),
                "id");
    }

    @Override
    public List<SimilarIncident> similar(Alarm alarm, int limit) {
        long own = Database.number(requireNonNullElse(alarm.incidentId(), "")).orElse(-1);
        List<Alike> alike = this.database.sql(ALIKE)
            .param("resource", alarm.resource().code())
            .param("origin", alarm.target().origin().code())
            .param("target", alarm.target().id())
            .param("deployment", alarm.target().deployment())
            .param("own", own)
            .param("limit", limit)
            .query((row, number) -> new Alike(row.getLong("incident_id"), Likeness.values()[row.getInt("likeness")]))
            .list();
        if (alike.isEmpty()) {
            return List.of();
        }
        List<Long> ids = alike.stream().map(Alike::id).toList();
        Map<String, Incident> incidents = this.database.sql("select * from incidents where id in (:ids)")
            .param("ids", ids)
            .query(JdbcIncidentStore::incident)
            .list()
            .stream()
            .collect(Collectors.toMap(Incident::id, Function.identity()));
        Set<Long> noted = Set.copyOf(this.database
            .sql("select distinct incident_id from incident_notes where note <> '' and incident_id in (:ids)")
            .param("ids", ids)
            .query(Long.class)
            .list());
        return alike.stream()
            .filter((one) -> incidents.containsKey(String.valueOf(one.id())))
            .map((one) -> new SimilarIncident(incidents.get(String.valueOf(one.id())), one.likeness(),
                    noted.contains(one.id())))
            .toList();
    }

    /**
     * An incident and in what it is alike.
     *
     * @param id of the incident
     * @param likeness in what
     */
    private record Alike(long id, Likeness likeness) {
    }

}
