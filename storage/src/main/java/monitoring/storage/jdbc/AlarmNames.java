package monitoring.storage.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmTarget;

import org.jspecify.annotations.Nullable;

/**
 * What targets of alarms are or were called, in {@code alarm_names}: a row for a target
 * and not for each of its alarms, so that a text is looked for in thousands of rows
 * instead of in all that ever happened. A name once kept stays as long as its target has
 * an alarm.
 */
final class AlarmNames {

    /** A text that more targets bear finds its alarms sooner among all of them. */
    static final int MOST = 500;

    private static final int LENGTH = 560;

    private final Database database;

    AlarmNames(Database database) {
        this.database = database;
    }

    /** Keeps the name of the target of an alarm that is raised now. */
    void raised(Alarm alarm) {
        Row row = row(alarm.target());
        Row again = new Row().withMicros("raised_at", this.database.now());
        int known = this.database
            .sql("update alarm_names set " + again.assignments() + " where target_id = :target_id and words = :words")
            .params(row.values())
            .params(again.values())
            .update();
        if (known == 0) {
            this.database.insert("alarm_names", row.withMicros("raised_at", this.database.now()), "id");
        }
    }

    /** Keeps the name of the target of an alarm, which may be another one by now. */
    void changed(Alarm alarm) {
        Row row = row(alarm.target());
        int known = this.database
            .sql("select count(*) from alarm_names where target_id = :target_id and words = :words")
            .params(row.values())
            .query(Integer.class)
            .single();
        if (known == 0) {
            raised(alarm);
        }
    }

    private static Row row(AlarmTarget target) {
        String words = Row.cut(target.name(), 500) + " " + Row.cut(target.ip(), 45);
        return new Row().with("target_id", target.id())
            .withText("words", words.toLowerCase(Locale.ROOT).replace("\u0000", ""), LENGTH);
    }

    /**
     * The targets with a text in one of their names, in no order.
     * @param pattern for "like", in small letters
     * @return at most one more than {@link #MOST}; null if there are alarms whose targets
     * are not kept here, as PaaS-TA's batch writes them
     */
    @Nullable List<String> matching(String pattern) {
        boolean unnamed = !this.database.sql("select id from alarms where target_id is null limit 1")
            .query(Long.class)
            .list()
            .isEmpty();
        return unnamed ? null
                : this.database
                    .sql("select distinct target_id from alarm_names where words like :pattern escape '!' limit :most")
                    .param("pattern", pattern)
                    .param("most", MOST + 1)
                    .query(String.class)
                    .list();
    }

    /** Forgets targets without alarms that were last raised before a moment. */
    void forgetBefore(Instant time) {
        this.database.sql("""
                delete from alarm_names where raised_at < :time
                and not exists (select 1 from alarms where alarms.target_id = alarm_names.target_id)""")
            .param("time", Times.micros(time))
            .update();
    }

}
