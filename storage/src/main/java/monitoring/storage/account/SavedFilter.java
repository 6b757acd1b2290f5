package monitoring.storage.account;

import static java.util.Objects.requireNonNull;

/**
 * A filter of a list that somebody gave a name.
 *
 * @param id empty while it is not kept
 * @param account whose
 * @param page of which list, such as {@code alarm}
 * @param name what it is called, 1 to 100 characters; unique within account and page
 * @param query the query of the page's address, at most 2000 characters
 */
public record SavedFilter(String id, String account, String page, String name, String query) {

    public SavedFilter {
        requireNonNull(id, "id");
        requireNonNull(account, "account");
        requireNonNull(page, "page");
        requireNonNull(query, "query");
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("name: " + name.length() + " characters (expected: 1..100)");
        }
        if (query.length() > 2000) {
            throw new IllegalArgumentException("query: " + query.length() + " characters (expected: at most 2000)");
        }
    }

}
