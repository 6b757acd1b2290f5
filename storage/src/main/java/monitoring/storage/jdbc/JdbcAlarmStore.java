package monitoring.storage.jdbc;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmConflictException;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.Total;

import org.springframework.dao.DuplicateKeyException;

/**
 * Keeps alarms in PaaS-TA's {@code alarms}; pending ones apart, as its readers take every
 * row there for a raised one. Alarms of apps are written to {@code app_alarm_histories},
 * too, where the user portal looks.
 */
final class JdbcAlarmStore implements AlarmStore {

    private static final String SELECT = "select " + AlarmRows.COLUMNS + " from ";

    private final Database database;

    private final AppAlarmHistories histories;

    private final AlarmNames names;

    JdbcAlarmStore(Database database) {
        this.database = database;
        this.histories = new AppAlarmHistories(database);
        this.names = new AlarmNames(database);
    }

    @Override
    public List<Alarm> open() {
        List<Alarm> rows = this.database
            .sql(SELECT + "alarms where resolve_status in ('1', '2') and " + AlarmRows.OURS + " union all " + SELECT
                    + "pending_alarms order by id")
            .query(AlarmRows::read)
            .list();
        // PaaS-TA keeps a warning and a critical row of one breach; the worse one stands
        // for both
        Map<String, Alarm> worst = new LinkedHashMap<>();
        for (Alarm alarm : rows) {
            worst.merge(key(alarm), alarm, (one, other) -> worse(other, one) ? other : one);
        }
        return List.copyOf(worst.values());
    }

    private static String key(Alarm alarm) {
        return alarm.target().origin() + " " + alarm.resource() + " " + alarm.target().id();
    }

    private static boolean worse(Alarm one, Alarm other) {
        return one.severity().compareTo(other.severity()) >= 0;
    }

    @Override
    public Optional<Alarm> find(String id) {
        OptionalLong number = Database.number(id);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return this.database
            .sql(SELECT + "alarms where id = :id and " + AlarmRows.OURS + " union all " + SELECT
                    + "pending_alarms where id = :id")
            .param("id", number.getAsLong())
            .query(AlarmRows::read)
            .optional();
    }

    @Override
    public Optional<Alarm> lock(String id) {
        OptionalLong number = Database.number(id);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Optional<Alarm> pending = isPending(number.getAsLong()) ? lock("pending_alarms", number.getAsLong())
                : Optional.empty();
        return pending.or(() -> lock("alarms", number.getAsLong()));
    }

    /**
     * Asked before anything is locked: MariaDB locks the gap where a row is looked for in
     * vain, and two that hold the same gap cannot insert there any more.
     */
    private boolean isPending(long id) {
        return this.database.sql("select count(*) from pending_alarms where id = ?")
            .param(id)
            .query(Integer.class)
            .single() > 0;
    }

    private Optional<Alarm> lock(String table, long id) {
        return this.database.sql(SELECT + table + " where id = ? and " + AlarmRows.OURS + " for update")
            .param(id)
            .query(AlarmRows::read)
            .optional();
    }

    @Override
    public PageOf<Alarm> search(AlarmQuery query) {
        return new AlarmSearch(query, this.database).page();
    }

    @Override
    public Total count(AlarmQuery query) {
        return new AlarmSearch(query, this.database).count();
    }

    @Override
    public List<Alarm> ofIncident(String incidentId) {
        OptionalLong number = Database.number(incidentId);
        return number.isEmpty() ? List.of()
                : this.database
                    .sql(SELECT + "alarms where incident_id = ? and " + AlarmRows.OURS + " order by reg_date, id")
                    .param(number.getAsLong())
                    .query(AlarmRows::read)
                    .list();
    }

    @Override
    public List<Alarm> resolvedSince(Instant since) {
        return this.database
            .sql(SELECT + "alarms where resolve_status = '3' and complete_date >= ? and " + AlarmRows.OURS
                    + " order by complete_date, id")
            .param(Times.seconds(since))
            .query(AlarmRows::read)
            .list();
    }

    @Override
    public List<Alarm> ofTarget(String targetId, TimeRange raised) {
        return this.database
            .sql(SELECT + "alarms where target_id = ? and reg_date >= ? and reg_date < ? and " + AlarmRows.OURS
                    + " order by reg_date desc, id desc")
            .params(targetId, Times.micros(raised.from()), Times.micros(raised.to()))
            .query(AlarmRows::read)
            .list();
    }

    @Override
    public List<Alarm> ofTargets(Set<String> targetIds, TimeRange raised) {
        return targetIds.isEmpty() ? List.of()
                : this.database
                    .sql(SELECT + "alarms where target_id in (:ids) and reg_date >= :raised_from"
                            + " and reg_date < :raised_to and " + AlarmRows.OURS + " order by reg_date desc, id desc")
                    .param("ids", targetIds)
                    .param("raised_from", Times.micros(raised.from()))
                    .param("raised_to", Times.micros(raised.to()))
                    .query(AlarmRows::read)
                    .list();
    }

    @Override
    public Alarm save(Alarm alarm) {
        Alarm whole = AlarmRows.whole(alarm, this.database.now());
        Optional<String> id = this.database.together(() -> alarm.id().isEmpty() ? insert(whole) : update(whole));
        return id.map((kept) -> AlarmRows.withId(whole, kept))
            .orElseThrow(() -> new AlarmConflictException(alarm.target(), alarm.resource(),
                    new DuplicateKeyException("open_alarms")));
    }

    private Optional<String> insert(Alarm alarm) {
        boolean pending = alarm.state() == AlarmState.PENDING;
        Instant now = this.database.now();
        Row row = AlarmRows.write(alarm, now).with("origin_id", AlarmRows.originId(this.database, alarm));
        String id = pending ? nextId(alarm, now) : this.database.insert("alarms", AlarmRows.first(row, alarm), "id");
        if (pending) {
            this.database.insertIfAbsent("pending_alarms", row.with("id", Long.valueOf(id)));
        }
        if (alarm.state().isOpen() && !claim(alarm, id)) {
            this.database.delete(pending ? "pending_alarms" : "alarms", "id", Long.valueOf(id));
            return Optional.empty();
        }
        if (!pending) {
            this.names.raised(alarm);
        }
        this.histories.follow(alarm, id);
        return Optional.of(id);
    }

    /** An id of "alarms" for a row that is not there yet: it stays taken. */
    private String nextId(Alarm alarm, Instant now) {
        Row row = AlarmRows.write(alarm, now).with("origin_id", 0).withSeconds("reg_date", now);
        String id = this.database.insert("alarms", AlarmRows.first(row, alarm), "id");
        this.database.delete("alarms", "id", Long.valueOf(id));
        return id;
    }

    private Optional<String> update(Alarm alarm) {
        long id = Database.numberOf("alarms", alarm.id());
        Instant now = this.database.now();
        Row row = AlarmRows.write(alarm, now);
        if (alarm.state().isOpen() && !claim(alarm, alarm.id())) {
            return Optional.empty();
        }
        if (alarm.state() == AlarmState.PENDING) {
            if (!this.database.update("pending_alarms", row, "id", id)) {
                throw Database.missing("pending_alarms", alarm.id());
            }
            return Optional.of(alarm.id());
        }
        if (isPending(id)) {
            this.database.delete("pending_alarms", "id", id);
            this.database.insert("alarms",
                    AlarmRows.first(row, alarm)
                        .with("id", id)
                        .with("origin_id", AlarmRows.originId(this.database, alarm)),
                    "id");
            this.names.raised(alarm);
        }
        else if (!this.database.update("alarms", alarm.state().isOpen() ? AlarmRows.said(row, alarm) : row, "id", id)) {
            throw Database.missing("alarms", alarm.id());
        }
        else {
            this.names.changed(alarm);
        }
        if (!alarm.state().isOpen()) {
            this.database.delete("open_alarms", "alarm_id", id);
        }
        this.histories.follow(alarm, alarm.id());
        return Optional.of(alarm.id());
    }

    /** Whether no other alarm is open for the same target and resource. */
    private boolean claim(Alarm alarm, String id) {
        Row row = new Row().with("target_id", alarm.target().id())
            .with("alarm_type", alarm.resource().code())
            .with("origin_type", alarm.target().origin().code())
            .with("alarm_id", Long.valueOf(id));
        return !alarm.id().isEmpty() && this.database.sql("""
                update open_alarms set alarm_id = :alarm_id where target_id = :target_id
                and alarm_type = :alarm_type and origin_type = :origin_type and alarm_id = :alarm_id""")
            .params(row.values())
            .update() > 0 || this.database.insertIfAbsent("open_alarms", row);
    }

    @Override
    public void delete(String id) {
        Database.number(id).ifPresent((number) -> this.database.together(() -> {
            int pending = this.database.sql("delete from pending_alarms where id = ?").param(number).update();
            if (pending > 0) {
                this.database.delete("open_alarms", "alarm_id", number);
                this.database.delete("alarm_events", "alarm_id", number);
            }
            return pending;
        }));
    }

    @Override
    public void append(AlarmEvent event) {
        this.database.insert("alarm_events",
                new Row().with("alarm_id", Database.numberOf("alarms", event.alarmId()))
                    .with("event_type", event.type().name())
                    .with("level", event.severity().code())
                    .with("reading", event.value())
                    .withText("user_name", event.user(), 255)
                    .withMicros("happened_at", event.at())
                    .withText("detail", event.detail(), 16000),
                "id");
    }

    @Override
    public List<AlarmEvent> events(String alarmId) {
        OptionalLong number = Database.number(alarmId);
        return number.isEmpty() ? List.of()
                : this.database.sql("select * from alarm_events where alarm_id = ? order by happened_at, id")
                    .param(number.getAsLong())
                    .query(AlarmRows::event)
                    .list();
    }

}
