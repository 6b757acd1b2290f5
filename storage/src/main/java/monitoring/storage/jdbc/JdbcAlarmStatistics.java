package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.alarm.AlarmCount;
import monitoring.storage.alarm.AlarmShares;
import monitoring.storage.alarm.AlarmStatistics;
import monitoring.storage.alarm.Downtime;
import monitoring.storage.alarm.NoisyTarget;
import monitoring.storage.alarm.ResponseTimes;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

/** Counts the rows of {@code alarms}. */
final class JdbcAlarmStatistics implements AlarmStatistics {

    private static final String WITHIN = " reg_date >= :raised_from and reg_date < :raised_to and " + AlarmRows.OURS;

    private static final String IS_NOW = "case when reg_date >= :raised_since then 1 else 0 end";

    /**
     * What a target's name says before its index, with what it belongs to. Targets of the
     * platform itself belong to nothing.
     */
    static final String SERVICE = """
            concat(case when coalesce(deployment, '') = '' then '' else concat(deployment, ' / ') end,
            case when position('/' in target_name) > 1
            then substring(target_name from 1 for position('/' in target_name) - 1)
            when position('[' in target_name) > 1
            then substring(target_name from 1 for position('[' in target_name) - 1)
            else coalesce(target_name, '') end)""";

    private final Database database;

    JdbcAlarmStatistics(Database database) {
        this.database = database;
    }

    @Override
    public List<AlarmCount> open() {
        return this.database
            .sql("select min(reg_date) as start, origin_type, alarm_type, level, count(*) as times from alarms"
                    + " where resolve_status in ('1', '2') and " + AlarmRows.OURS
                    + " group by origin_type, alarm_type, level order by origin_type, alarm_type, level")
            .query((row, number) -> count(row, Times.required(row, "start")))
            .list();
    }

    private static AlarmCount count(ResultSet row, Instant start) throws SQLException {
        return new AlarmCount(start, Origin.ofCode(row.getString("origin_type")),
                Resource.ofCode(row.getString("alarm_type")), Severity.ofCode(row.getString("level")),
                row.getLong("times"));
    }

    /**
     * The server counts quarters of an hour, as each zone's hours, days and months begin
     * with one.
     */
    @Override
    public List<AlarmCount> raised(TimeRange range, ChronoUnit unit, ZoneId zone) {
        String quarter = """
                extract(year from reg_date) as y, extract(month from reg_date) as mo, extract(day from reg_date) as d,
                extract(hour from reg_date) as h,
                extract(minute from reg_date) - mod(extract(minute from reg_date), 15) as mi""";
        Map<AlarmCount, Long> counts = new LinkedHashMap<>();
        this.database
            .sql("select y, mo, d, h, mi, origin_type, alarm_type, level, count(*) as times from (select " + quarter
                    + ", origin_type, alarm_type, level from alarms where" + WITHIN + ") quarters"
                    + " group by y, mo, d, h, mi, origin_type, alarm_type, level"
                    + " order by y, mo, d, h, mi, origin_type, alarm_type, level")
            .params(parameters(range))
            .query((ResultSet row) -> {
                Instant start = LocalDateTime
                    .of(row.getInt("y"), row.getInt("mo"), row.getInt("d"), row.getInt("h"), row.getInt("mi"))
                    .toInstant(ZoneOffset.UTC);
                AlarmCount count = count(row, begin(start.atZone(zone), unit));
                AlarmCount kind = new AlarmCount(count.start(), count.origin(), count.resource(), count.severity(), 0);
                counts.merge(kind, count.count(), Long::sum);
            });
        List<AlarmCount> list = new ArrayList<>();
        counts.forEach((kind, count) -> list
            .add(new AlarmCount(kind.start(), kind.origin(), kind.resource(), kind.severity(), count)));
        return list;
    }

    private static Instant begin(ZonedDateTime time, ChronoUnit unit) {
        return switch (unit) {
            case HOURS -> time.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAYS -> time.truncatedTo(ChronoUnit.DAYS).toInstant();
            case MONTHS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
            default -> throw new IllegalArgumentException("unit: " + unit + " (expected: HOURS, DAYS or MONTHS)");
        };
    }

    @Override
    public ResponseTimes responseTimes(TimeRange raised) {
        Dialect dialect = this.database.dialect();
        // PaaS-TA's rows have no "started_at"; nobody resolved them in time
        String resolved = "case when resolve_status = '3' and started_at is not null then complete_date end";
        return this.database
            .sql("select count(*) as raised, count(acknowledged_at) as acknowledged, avg("
                    + dialect.secondsBetween("reg_date", "acknowledged_at") + ") as to_acknowledge, count(" + resolved
                    + ") as resolved, avg(" + dialect.secondsBetween("reg_date", resolved)
                    + ") as to_resolve from alarms where" + WITHIN)
            .params(parameters(raised))
            .query((row, number) -> new ResponseTimes(row.getLong("raised"), row.getLong("acknowledged"),
                    duration(row, "to_acknowledge"), row.getLong("resolved"), duration(row, "to_resolve")))
            .single();
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofSeconds(Math.round(seconds));
    }

    @Override
    public List<NoisyTarget> noisiest(TimeRange raised, int limit) {
        return this.database
            .sql("select " + AlarmRows.COLUMNS.replace("id, origin_type", "alarms.id, origin_type")
                    + ", times from alarms join (select max(id) as newest, count(*) as times from alarms where" + WITHIN
                    + " group by target_id, origin_type, alarm_type order by times desc, newest desc limit :size) noisy"
                    + " on noisy.newest = alarms.id order by times desc, newest desc")
            .params(parameters(raised))
            .param("size", limit)
            .query((row, number) -> new NoisyTarget(AlarmRows.target(Origin.ofCode(row.getString("origin_type")), row),
                    Resource.ofCode(row.getString("alarm_type")), row.getLong("times")))
            .list();
    }

    /**
     * All rows are read once and counted by everything together, which leaves few rows to
     * add up here.
     */
    @Override
    public AlarmShares shares(TimeRange raised, TimeRange before, int limit) {
        ShareSums sums = new ShareSums();
        this.database
            .sql("select origin_type, alarm_type, deployment, zone_name, service, sum(is_now) as times,"
                    + " count(*) - sum(is_now) as times_before from (select origin_type, alarm_type,"
                    + " coalesce(deployment, '') as deployment, coalesce(zone_name, '') as zone_name, " + SERVICE
                    + " as service, " + IS_NOW + " as is_now from alarms where" + WITHIN
                    + ") shares group by origin_type, alarm_type, deployment, zone_name, service"
                    + " order by origin_type, alarm_type, deployment")
            .params(parameters(raised, before))
            .query(sums);
        return sums.largest(limit);
    }

    /**
     * A target is down from the first window without a sign of it until its alarm is
     * over.
     */
    @Override
    public List<Downtime> downtimes(TimeRange range, int limit) {
        String down = "sum(" + this.database.dialect().secondsBetween("down_from", "down_to") + ")";
        return this.database.sql("select origin_type, service, " + down + " as seconds from (select origin_type, "
                + SERVICE
                + " as service, case when started_at < :down_begin then :down_begin else started_at end as down_from,"
                + " case when complete_date is null or complete_date > :down_end then :down_end"
                + " else complete_date end as down_to from alarms where level = 'fail' and started_at < :down_end"
                + " and (complete_date > :down_begin or resolve_status in ('1', '2')) and " + AlarmRows.OURS
                + ") downtimes where service <> '' group by origin_type, service"
                + " order by seconds desc, service limit :size")
            .param("down_begin", Times.micros(range.from()))
            .param("down_end", Times.micros(range.to()))
            .param("size", limit)
            .query((row, number) -> new Downtime(Origin.ofCode(row.getString("origin_type")), row.getString("service"),
                    Duration.ofSeconds(Math.max(0, Math.round(row.getDouble("seconds"))))))
            .list();
    }

    private static Map<String, Object> parameters(TimeRange range, TimeRange before) {
        return Map.of("raised_from", Times.micros(before.from()), "raised_since", Times.micros(range.from()),
                "raised_to", Times.micros(range.to()));
    }

    private static Map<String, Object> parameters(TimeRange range) {
        return Map.of("raised_from", Times.micros(range.from()), "raised_to", Times.micros(range.to()));
    }

}
