package monitoring.storage.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import monitoring.storage.inventory.Change;
import monitoring.storage.metric.TimeRange;

/** Changes of the foundation; each is kept once, and forgotten after a month. */
final class ChangeRows {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;

    ChangeRows(Database database) {
        this.database = database;
    }

    void keep(List<Change> changes, Instant at) {
        for (String source : new HashSet<>(changes.stream().map(Change::source).toList())) {
            Set<String> known = known(source, changes);
            this.database.insertAll("foundation_changes", "source, source_id, subject, words, user_name, happened_at",
                    changes.stream()
                        .filter((change) -> change.source().equals(source) && known.add(Row.cut(change.id(), 150)))
                        .map(ChangeRows::row)
                        .toList());
        }
        this.database.sql("delete from foundation_changes where happened_at < ?")
            .param(Times.micros(at.minus(KEPT)))
            .update();
    }

    private Set<String> known(String source, List<Change> changes) {
        Instant oldest = changes.stream().map(Change::at).min(Instant::compareTo).orElseThrow();
        return new HashSet<>(
                this.database.sql("select source_id from foundation_changes where source = ? and happened_at >= ?")
                    .param(source)
                    .param(Times.micros(oldest))
                    .query(String.class)
                    .list());
    }

    private static Object[] row(Change change) {
        return new Object[] { change.source(), Row.cut(change.id(), 150), Row.cut(change.subject(), 255),
                Row.cut(change.words(), 1000), Row.cut(change.user(), 255), Times.micros(change.at()) };
    }

    List<Change> find(Set<String> subjects, TimeRange range, int limit) {
        return subjects.isEmpty() ? List.of()
                : this.database.sql("""
                        select * from foundation_changes where subject in (:subjects)
                        and happened_at >= :happened_from and happened_at < :happened_to
                        order by happened_at desc, source_id desc limit :most""")
                    .param("subjects", subjects)
                    .param("happened_from", Times.micros(range.from()))
                    .param("happened_to", Times.micros(range.to()))
                    .param("most", limit)
                    .query((row, number) -> new Change(row.getString("source"), row.getString("source_id"),
                            row.getString("subject"), row.getString("words"), row.getString("user_name"),
                            Times.required(row, "happened_at")))
                    .list();
    }

}
