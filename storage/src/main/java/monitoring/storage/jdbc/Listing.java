package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.paging.Total;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;

/**
 * A long list that is read page by page.
 *
 * @param columns that a row is made of
 * @param from where they stand
 * @param conditions that all rows meet; values are parameters only
 * @param parameters their values
 * @param order of the list
 */
record Listing(String columns, String from, List<String> conditions, Map<String, Object> parameters, KeyOrder order) {

    /** One page of it, and how many rows there are in all, if that is asked for. */
    <T> PageOf<T> page(Database database, PageRequest page, RowMapper<T> mapper) {
        boolean backwards = page.before() != null;
        List<Placed<T>> found = rows(database, page, mapper);
        boolean more = found.size() > page.size();
        List<Placed<T>> shown = new ArrayList<>(found.subList(0, Math.min(found.size(), page.size())));
        if (backwards) {
            if (!more) {
                // the page before the second is the first one, however few came before
                return page(database, page.after(null), mapper);
            }
            Collections.reverse(shown);
        }
        boolean first = page.after() == null && page.number() == 0 && !backwards;
        Cursor previous = (first || shown.isEmpty()) ? null : shown.get(0).place();
        Cursor next = ((more || backwards) && !shown.isEmpty()) ? shown.get(shown.size() - 1).place() : null;
        long seen = page.offset() + found.size();
        Total total = page.counted() ? count(database, first && !more ? seen : -1)
                : new Total(seen, page.after() == null && !backwards && !more);
        return new PageOf<>(shown.stream().map(Placed::item).toList(), total, previous, next);
    }

    /** One more than the page has, so that it is known whether another one follows. */
    private <T> List<Placed<T>> rows(Database database, PageRequest page, RowMapper<T> mapper) {
        boolean backwards = page.before() != null;
        Map<String, Object> all = new HashMap<>(this.parameters);
        List<String> these = new ArrayList<>(this.conditions);
        @Nullable Cursor place = backwards ? page.before() : page.after();
        if (place != null) {
            these.add(this.order.beyond(place, backwards, all));
        }
        all.put("page_size", page.size() + 1);
        String sql = "select " + this.columns + ", " + this.order.selected() + " from " + this.from + where(these)
                + " order by " + this.order.by(backwards) + " limit :page_size";
        if (page.offset() > 0) {
            sql += " offset :page_offset";
            all.put("page_offset", page.offset());
        }
        return database.sql(sql).params(all).query((row, number) -> placed(row, number, mapper)).list();
    }

    private <T> Placed<T> placed(ResultSet row, int number, RowMapper<T> mapper) throws SQLException {
        return new Placed<>(mapper.mapRow(row, number), this.order.place(row));
    }

    /** How many rows there are, counted as far as anybody counts. */
    Total count(Database database) {
        return count(database, -1);
    }

    private Total count(Database database, long known) {
        if (known >= 0) {
            return Total.of(known);
        }
        Map<String, Object> all = new HashMap<>(this.parameters);
        all.put("most", Total.MOST + 1);
        return Total.counted(
                database
                    .sql("select count(*) from (select 1 as one from " + this.from + where(this.conditions)
                            + " limit :most) counted")
                    .params(all)
                    .query(Long.class)
                    .single());
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /**
     * An item and where it stands.
     *
     * @param item itself
     * @param place where in the list
     */
    private record Placed<T>(T item, Cursor place) {
    }

}
