package monitoring.localservers;

/**
 * A database on a local server.
 *
 * @param url the JDBC address
 */
public record Database(String url, String username, String password) {
}
