package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/** Alarms as rows of {@code alarms} and {@code pending_alarms}. */
final class AlarmRows {

    /** What both tables have. */
    static final String COLUMNS = """
            id, origin_type, origin_id, alarm_type, level, ip, app_name, app_index, resolve_status, alarm_cnt,
            reg_date, modi_date, alarm_send_date, complete_date, complete_user, target_id, target_name, deployment,
            zone_name, app_guid, reading, threshold, read_at, started_at, acknowledged_at, in_row, incident_id""";

    /**
     * Leaves out rows of other programs, such as the IaaS batch's. As nearly all rows are
     * ours, no database shall take an index for it, and so the columns stand in
     * functions.
     */
    static final String OURS = """
            coalesce(origin_type, '') in ('bos', 'pas', 'con', 'app')
            and coalesce(level, '') in ('warning', 'critical', 'fail')
            and coalesce(resolve_status, '') in ('0', '1', '2', '3') and coalesce(alarm_type, '') in ("""
            + Arrays.stream(Resource.values()).map((one) -> "'" + one.code() + "'").collect(Collectors.joining(", "))
            + ")";

    private static final Map<AlarmState, String> STATUS = Map.of(AlarmState.PENDING, "0", AlarmState.RAISED, "1",
            AlarmState.ACKNOWLEDGED, "2", AlarmState.RESOLVED, "3");

    /** Ids of one statement: parameters stay below the 65,535 that PostgreSQL takes. */
    private static final int MOST_IDS = 10_000;

    /** PaaS-TA's {@code origin_id} of the director. */
    private static final int BOSH_ORIGIN_ID = 9999;

    private AlarmRows() {
    }

    static String status(AlarmState state) {
        return STATUS.getOrDefault(state, "1");
    }

    static Alarm read(ResultSet row, int number) throws SQLException {
        Origin origin = Origin.ofCode(row.getString("origin_type"));
        AlarmState state = state(row.getString("resolve_status"));
        Instant modified = Times.optional(row, "modi_date");
        Instant raised = Times.optional(row, "reg_date");
        Instant resolved = Times.optional(row, "complete_date");
        Instant acknowledged = Times.optional(row, "acknowledged_at");
        Instant started = requireNonNullElse(Times.optional(row, "started_at"),
                requireNonNullElse(raised, Instant.EPOCH));
        Instant changed = requireNonNullElse(modified, started);
        // PaaS-TA's portal sets the status alone
        if (state == AlarmState.ACKNOWLEDGED && acknowledged == null) {
            acknowledged = changed;
        }
        if (state == AlarmState.RESOLVED && resolved == null) {
            resolved = changed;
        }
        Alarm.Progress progress = new Alarm.Progress(started, raised, acknowledged, resolved,
                row.getString("complete_user"), Math.max(0, row.getInt("alarm_cnt")), Math.max(0, row.getInt("in_row")),
                Times.optional(row, "alarm_send_date"));
        Alarm.Reading reading = new Alarm.Reading(row.getDouble("reading"), row.getDouble("threshold"),
                requireNonNullElse(Times.optional(row, "read_at"), started));
        return new Alarm(row.getString("id"), target(origin, row), Resource.ofCode(row.getString("alarm_type")),
                Severity.ofCode(row.getString("level")), state, reading, progress, row.getString("incident_id"));
    }

    /** Alarms of a table by their ids, which are any number. */
    static Map<String, Alarm> byId(Database database, String table, List<Long> ids) {
        Map<String, Alarm> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            database.sql("select " + COLUMNS + " from " + table + " where id in (:ids) and " + OURS)
                .param("ids", ids.subList(from, Math.min(from + MOST_IDS, ids.size())))
                .query(AlarmRows::read)
                .list()
                .forEach((alarm) -> found.put(alarm.id(), alarm));
        }
        return found;
    }

    /** A row of {@code alarm_events}. */
    static AlarmEvent event(ResultSet row, int number) throws SQLException {
        return new AlarmEvent(row.getString("alarm_id"), AlarmEvent.Type.valueOf(row.getString("event_type")),
                Severity.ofCode(row.getString("level")), row.getDouble("reading"), row.getString("user_name"),
                Times.required(row, "happened_at"), row.getString("detail"));
    }

    static AlarmTarget target(Origin origin, ResultSet row) throws SQLException {
        String id = text(row, "target_id");
        if (id.isBlank()) { // written by PaaS-TA's batch after the adoption
            id = (origin == Origin.CONTAINER) ? "con:" + text(row, "app_name") + "/" + row.getInt("app_index")
                    : origin.code() + ":" + row.getLong("origin_id");
        }
        return new AlarmTarget(origin, id, targetName(origin, row), text(row, "ip"), text(row, "deployment"),
                text(row, "zone_name"), text(row, "app_guid"));
    }

    static String targetName(Origin origin, ResultSet row) throws SQLException {
        String name = text(row, "target_name");
        if (!name.isEmpty()) {
            return name;
        }
        return (origin == Origin.CONTAINER) ? text(row, "app_name") + "/" + row.getInt("app_index") : text(row, "ip");
    }

    private static AlarmState state(String status) {
        return switch (status) {
            case "0" -> AlarmState.PENDING;
            case "1" -> AlarmState.RAISED;
            case "2" -> AlarmState.ACKNOWLEDGED;
            default -> AlarmState.RESOLVED;
        };
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNullElse(row.getString(column), "");
    }

    /** What both tables keep of an alarm, less its id. */
    static Row write(Alarm alarm, Instant now) {
        AlarmTarget target = alarm.target();
        Alarm.Progress progress = alarm.progress();
        return new Row().with("origin_type", target.origin().code())
            .with("alarm_type", alarm.resource().code())
            .with("level", alarm.severity().code())
            .withText("ip", target.ip(), 45)
            .withText("app_name", appName(target), 500)
            .with("app_index", appIndex(target))
            .with("resolve_status", status(alarm.state()))
            .with("alarm_cnt", progress.breaches())
            .withSeconds("reg_date", progress.raisedAt())
            .withSeconds("modi_date", now)
            .withSeconds("alarm_send_date", progress.notifiedAt())
            .withSeconds("complete_date", progress.resolvedAt())
            .with("complete_user", (progress.resolvedBy() != null) ? Row.cut(progress.resolvedBy(), 255) : null)
            .with("target_id", target.id())
            .withText("target_name", target.name(), 500)
            .with("deployment", target.deployment())
            .with("zone_name", target.zone())
            .with("app_guid", target.appGuid())
            .with("reading", alarm.reading().value())
            .with("threshold", alarm.reading().threshold())
            .withSeconds("read_at", alarm.reading().at())
            .withSeconds("started_at", progress.startedAt())
            .withSeconds("acknowledged_at", progress.acknowledgedAt())
            .with("in_row", progress.inRow())
            .with("incident_id", (alarm.incidentId() != null) ? Long.valueOf(alarm.incidentId()) : null);
    }

    /**
     * An alarm as its row can say it: times in whole seconds, and none that is missing.
     */
    static Alarm whole(Alarm alarm, Instant now) {
        AlarmState state = alarm.state();
        Alarm.Progress of = alarm.progress();
        Instant raised = (state == AlarmState.PENDING) ? null : orElse(of.raisedAt(), of.startedAt());
        Instant acknowledged = orElse(of.acknowledgedAt(), (state == AlarmState.ACKNOWLEDGED) ? now : null);
        Instant resolved = orElse(of.resolvedAt(), (state == AlarmState.RESOLVED) ? now : null);
        Alarm.Progress progress = new Alarm.Progress(seconds(of.startedAt()), raised, acknowledged, resolved,
                of.resolvedBy(), of.breaches(), of.inRow(), orElse(of.notifiedAt(), null));
        Alarm.Reading reading = alarm.reading();
        return alarm.withProgress(progress)
            .withReading(new Alarm.Reading(reading.value(), reading.threshold(), seconds(reading.at())));
    }

    static Alarm withId(Alarm alarm, String id) {
        return new Alarm(id, alarm.target(), alarm.resource(), alarm.severity(), alarm.state(), alarm.reading(),
                alarm.progress(), alarm.incidentId());
    }

    private static @Nullable Instant orElse(@Nullable Instant time, @Nullable Instant other) {
        Instant one = (time != null) ? time : other;
        return (one != null) ? seconds(one) : null;
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Adds what only {@code alarms} has, and what is said once. */
    static Row first(Row row, Alarm alarm) {
        boolean app = isOfApp(alarm.target());
        return said(row, alarm).withYn("app_yn", app)
            .with("container_name", app ? Row.cut(alarm.target().id(), 40) : null)
            .with("reg_user", "system");
    }

    /** Adds what PaaS-TA's readers show; it follows the severity. */
    static Row said(Row row, Alarm alarm) {
        return row.withText("alarm_title", PaasTaTexts.title(alarm), 5000)
            .withText("alarm_message", PaasTaTexts.message(alarm), 16000);
    }

    static boolean isOfApp(AlarmTarget target) {
        return target.origin() == Origin.CONTAINER || target.origin() == Origin.APP;
    }

    /** The name without the instance's index, which has a column of its own. */
    static String appName(AlarmTarget target) {
        return isOfApp(target) ? target.name().replaceFirst("(/\\d+|\\[\\d+])$", "") : "";
    }

    static int appIndex(AlarmTarget target) {
        String index = target.id().substring(target.id().lastIndexOf('/') + 1);
        return (isOfApp(target) && index.matches("\\d{1,9}")) ? Integer.parseInt(index) : 0;
    }

    /** PaaS-TA's number of the target: the row of the VM. */
    static int originId(Database database, Alarm alarm) {
        if (alarm.target().origin() == Origin.BOSH) {
            return BOSH_ORIGIN_ID;
        }
        boolean app = isOfApp(alarm.target());
        return database.sql("select min(id) from vms where " + (app ? "ip = ?" : "guid = ?"))
            .param(app ? alarm.target().ip() : alarm.target().id())
            .query(Integer.class)
            .optional()
            .orElse(0);
    }

}
