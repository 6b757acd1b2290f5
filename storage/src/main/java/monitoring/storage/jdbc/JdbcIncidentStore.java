package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentEvent;
import monitoring.storage.alarm.IncidentQuery;
import monitoring.storage.alarm.IncidentScope;
import monitoring.storage.alarm.IncidentScope.Subject;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.paging.PageOf;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/** Keeps incidents, and actions in PaaS-TA's {@code alarm_actions}. */
final class JdbcIncidentStore implements IncidentStore {

    private static final String ACTIONS = """
            select a.id, a.alarm_id, a.alarm_action_desc, a.reg_date, a.reg_user, a.modi_date from alarm_actions a
            """;

    /** No row has such a number. */
    private static final long NOBODY = -1;

    private final Database database;

    JdbcIncidentStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Incident> open() {
        return this.database.sql("select * from incidents where incident_state = 'OPEN' order by opened_at, id")
            .query(JdbcIncidentStore::incident)
            .list();
    }

    @Override
    public Optional<Incident> find(String id) {
        OptionalLong number = Database.number(id);
        return number.isEmpty() ? Optional.empty()
                : this.database.sql("select * from incidents where id = ?")
                    .param(number.getAsLong())
                    .query(JdbcIncidentStore::incident)
                    .optional();
    }

    @Override
    public PageOf<Incident> search(IncidentQuery query) {
        return new IncidentSearch(query, this.database).listing()
            .page(this.database, query.page(), JdbcIncidentStore::incident);
    }

    @Override
    public Incident save(Incident incident) {
        Row row = decided(incident).withText("title", incident.title(), 1000)
            .withMicros("opened_at", incident.openedAt())
            .with("group_key", incident.groupKey())
            .with("snapshot", incident.snapshot());
        if (incident.id().isEmpty()) {
            row.with("assignee", incident.assignee());
        }
        String id = keep("incidents", row, incident.id());
        return find(id).orElseThrow(() -> Database.missing("incidents", id));
    }

    @Override
    public void assign(String id, @Nullable String assignee) {
        keep("incidents", new Row().with("assignee", assignee), requireId(id));
    }

    @Override
    public void regroup(Incident incident) {
        keep("incidents", decided(incident).withMicros("opened_at", incident.openedAt()), requireId(incident.id()));
    }

    private static Row decided(Incident incident) {
        return new Row().with("level", incident.severity().code())
            .with("incident_state", incident.state().name())
            .withMicros("resolved_at", incident.resolvedAt())
            .with("root_alarm_id", (incident.rootAlarmId() != null) ? Long.valueOf(incident.rootAlarmId()) : null);
    }

    private static String requireId(String id) {
        return Long.toString(Database.numberOf("incidents", id));
    }

    private String keep(String table, Row row, String id) {
        if (id.isEmpty()) {
            return this.database.insert(table, row, "id");
        }
        if (!this.database.update(table, row, "id", Database.numberOf(table, id))) {
            throw Database.missing(table, id);
        }
        return id;
    }

    @Override
    public IncidentScope scope(String incidentId) {
        int[] counts = new int[3];
        List<Subject> subjects = this.database.sql(
                "select deployment, app_guid, min(target_name) as target_one, min(reg_date) as first_raised, count(*) as times,"
                        + " sum(case when resolve_status in ('1', '2') then 1 else 0 end) as times_open,"
                        + " sum(case when resolve_status = '1' then 1 else 0 end) as times_raised"
                        + " from alarms where incident_id = ? and " + AlarmRows.OURS
                        + " group by deployment, app_guid order by first_raised, deployment, app_guid")
            .param(Database.number(incidentId).orElse(NOBODY))
            .query((row, number) -> {
                counts[0] += row.getInt("times_open");
                counts[1] += row.getInt("times");
                counts[2] += row.getInt("times_raised");
                return new Subject(requireNonNullElse(row.getString("deployment"), ""),
                        requireNonNullElse(row.getString("app_guid"), ""),
                        requireNonNullElse(row.getString("target_one"), ""));
            })
            .list();
        return new IncidentScope(counts[2], counts[0], counts[1], subjects);
    }

    /** The columns that all rows share stand in the order as the index has them. */
    @Override
    public List<Alarm> alarms(String incidentId, int limit) {
        return this.database
            .sql("select " + AlarmRows.COLUMNS + " from alarms where incident_id = ? and " + AlarmRows.OURS
                    + " order by incident_id, resolve_status, reg_date, id limit ?")
            .params(Database.number(incidentId).orElse(NOBODY), limit)
            .query(AlarmRows::read)
            .list();
    }

    @Override
    public List<IncidentEvent> events(String incidentId, int limit) {
        return this.database
            .sql("select e.*, alarms.origin_type, alarms.target_name, alarms.app_name, alarms.app_index, alarms.ip"
                    + " from alarms join alarm_events e on e.alarm_id = alarms.id where alarms.incident_id = ?"
                    + " order by e.happened_at desc, e.id desc limit ?")
            .params(Database.number(incidentId).orElse(NOBODY), limit)
            .query((row, number) -> new IncidentEvent(
                    AlarmRows.targetName(Origin.ofCode(row.getString("origin_type")), row),
                    AlarmRows.event(row, number)))
            .list();
    }

    @Override
    public List<IncidentAction> actions(String incidentId) {
        return actions("join alarms on alarms.id = a.alarm_id where alarms.incident_id = ?", incidentId);
    }

    @Override
    public List<IncidentAction> actionsOfAlarm(String alarmId) {
        return actions("where a.alarm_id = ?", alarmId);
    }

    private List<IncidentAction> actions(String where, String id) {
        OptionalLong number = Database.number(id);
        return number.isEmpty() ? List.of()
                : this.database.sql(ACTIONS + where + " and trim(a.alarm_action_desc) <> '' order by a.reg_date, a.id")
                    .param(number.getAsLong())
                    .query(JdbcIncidentStore::action)
                    .list();
    }

    @Override
    public IncidentAction save(IncidentAction action) {
        Row row = new Row().with("alarm_id", Database.numberOf("alarms", action.alarmId()))
            .with("alarm_action_desc", action.description())
            .withText("reg_user", action.user(), 255)
            .withSeconds("reg_date", action.at())
            .withSeconds("modi_date", changedAt(action))
            .withText("modi_user", action.user(), 255);
        long id = Long.parseLong(keep("alarm_actions", row, action.id()));
        return this.database.sql(ACTIONS + "where a.id = ?").param(id).query(JdbcIncidentStore::action).single();
    }

    /**
     * Whole seconds are all there is: an edit within the first one counts for the next.
     */
    private static Instant changedAt(IncidentAction action) {
        Instant edited = action.editedAt();
        Instant next = action.at().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return (edited == null) ? action.at() : edited.isBefore(next) ? next : edited;
    }

    @Override
    public void deleteAction(String id) {
        Database.number(id).ifPresent((number) -> this.database.delete("alarm_actions", "id", number));
    }

    static Incident incident(ResultSet row, int number) throws SQLException {
        return new Incident(row.getString("id"), row.getString("title"), Severity.ofCode(row.getString("level")),
                Incident.State.valueOf(row.getString("incident_state")), Times.required(row, "opened_at"),
                Times.optional(row, "resolved_at"), row.getString("root_alarm_id"), row.getString("assignee"),
                row.getString("group_key"), row.getString("snapshot"));
    }

    private static IncidentAction action(ResultSet row, int number) throws SQLException {
        Instant written = Times.required(row, "reg_date");
        Instant changed = Times.optional(row, "modi_date");
        return new IncidentAction(row.getString("id"), row.getString("alarm_id"), row.getString("alarm_action_desc"),
                row.getString("reg_user"), written, (changed != null && changed.isAfter(written)) ? changed : null);
    }

}
