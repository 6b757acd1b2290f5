package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final String OF_TARGET = """
            select incident_id, max(case when alarm_type = :resource then 2 else 1 end) as likeness from alarms
            where target_id = :target and origin_type = :origin and incident_id is not null and incident_id <> :own
            group by incident_id order by likeness desc, incident_id desc limit :limit""";

    /** One step down an index. */
    private static final String NEXT_IN_DEPLOYMENT = """
            select incident_id from alarms where alarm_type = :resource and origin_type = :origin
            and deployment = :deployment and incident_id < :below
            order by %s incident_id desc limit 1""";

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
        List<Alike> alike = new ArrayList<>(this.database.sql(OF_TARGET)
            .param("resource", alarm.resource().code())
            .param("origin", alarm.target().origin().code())
            .param("target", alarm.target().id())
            .param("own", own)
            .param("limit", limit)
            .query((row, number) -> new Alike(row.getLong("incident_id"), Likeness.values()[row.getInt("likeness")]))
            .list());
        addThoseInDeployment(alike, alarm, own, limit);
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
     * The newest of the same kind in the same deployment, one step after the other: an
     * incident may have thousands of alarms, and nearly all alarms may be of one kind.
     */
    private void addThoseInDeployment(List<Alike> alike, Alarm alarm, long own, int limit) {
        Set<Long> known = alike.stream().map(Alike::id).collect(Collectors.toSet());
        known.add(own);
        long below = Integer.MAX_VALUE;
        String step = NEXT_IN_DEPLOYMENT
            .formatted(this.database.dialect().ordersBySharedColumns() ? "alarm_type, origin_type, deployment," : "");
        while (alike.size() < limit && !alarm.target().deployment().isEmpty()) {
            Optional<Long> next = this.database.sql(step)
                .param("resource", alarm.resource().code())
                .param("origin", alarm.target().origin().code())
                .param("deployment", alarm.target().deployment())
                .param("below", below)
                .query(Long.class)
                .optional();
            if (next.isEmpty()) {
                return;
            }
            below = next.get();
            if (known.add(below)) {
                alike.add(new Alike(below, Likeness.values()[0]));
            }
        }
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
