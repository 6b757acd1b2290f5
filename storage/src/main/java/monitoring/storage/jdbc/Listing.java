package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.jdbc.KeyOrder.Part;
import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.paging.Total;

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

    private static final Part ALL = new Part(List.of(), Map.of());

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
        List<Part> parts = this.order.parts(backwards ? page.before() : page.after(), backwards);
        List<Placed<T>> found = new ArrayList<>();
        long skipped = page.offset();
        for (Part part : parts) {
            int missing = page.size() + 1 - found.size();
            if (missing > 0) {
                long length = (skipped > 0 && parts.size() > 1) ? length(database, part, skipped) : Long.MAX_VALUE;
                if (length > skipped) {
                    found.addAll(rows(database, part, backwards, new Piece(skipped, missing), mapper));
                }
                skipped -= Math.min(length, skipped);
            }
        }
        return found;
    }

    /** How many rows a part has, counted up to one more than is to be skipped. */
    private long length(Database database, Part part, long skipped) {
        return counted(database, part, skipped + 1);
    }

    private <T> List<Placed<T>> rows(Database database, Part part, boolean backwards, Piece piece,
            RowMapper<T> mapper) {
        Map<String, Object> all = with(part);
        all.put("page_size", piece.size());
        String sql = "select " + this.columns + ", " + this.order.selected() + " from " + this.from + where(part)
                + " order by " + this.order.by(backwards, database.dialect()) + " limit :page_size";
        if (piece.offset() > 0) {
            sql += " offset :page_offset";
            all.put("page_offset", piece.offset());
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
        return Total.counted(counted(database, ALL, Total.MOST + 1));
    }

    private long counted(Database database, Part part, long most) {
        Map<String, Object> all = with(part);
        all.put("most", most);
        return database
            .sql("select count(*) from (select 1 as one from " + this.from + where(part) + " limit :most) counted")
            .params(all)
            .query(Long.class)
            .single();
    }

    private Map<String, Object> with(Part part) {
        Map<String, Object> all = new HashMap<>(this.parameters);
        all.putAll(part.parameters());
        return all;
    }

    private String where(Part part) {
        List<String> all = new ArrayList<>(this.conditions);
        all.addAll(part.conditions());
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    /**
     * Some rows of a part.
     *
     * @param offset how many come before them
     * @param size how many
     */
    private record Piece(long offset, int size) {
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
