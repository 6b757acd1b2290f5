package monitoring.dashboard.web;

import java.util.List;

import monitoring.storage.paging.PageRequest;

/**
 * Where in a long list a page is.
 *
 * @param number 0 for the first
 * @param size rows a page
 * @param total rows in all
 */
public record Pager(int number, int size, long total) {

    /** The part of a list that is already here. */
    public static <T> List<T> part(List<T> all, PageRequest page) {
        int from = (int) Math.min(page.offset(), all.size());
        return all.subList(from, Math.min(from + page.size(), all.size()));
    }

    /** The part a request asks for; the first where the number makes no sense. */
    public static PageRequest request(int number, int size) {
        return new PageRequest(Math.max(0, Math.min(number, 1_000_000)), Math.max(1, Math.min(size, 1000)));
    }

    public static Pager of(PageRequest page, long total) {
        return new Pager(page.number(), page.size(), total);
    }

    public int pages() {
        return (int) Math.max(1, (this.total + this.size - 1) / this.size);
    }

    public boolean hasPrevious() {
        return this.number > 0;
    }

    public boolean hasNext() {
        return this.number + 1 < pages();
    }

    /** The first row shown, counted from 1; 0 if there is none. */
    public long first() {
        return (this.total == 0) ? 0 : (long) this.number * this.size + 1;
    }

    public long last() {
        return Math.min(this.total, (long) (this.number + 1) * this.size);
    }

}
