/**
 * One contract for each store, and the SQL servers that must keep it.
 */
@NullMarked
package monitoring.storage.jdbc;

import org.jspecify.annotations.NullMarked;
