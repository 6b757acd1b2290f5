/**
 * Real servers on this machine's loopback, started as child processes and stopped by
 * their handles: InfluxDB, Elasticsearch, MariaDB, PostgreSQL and an SMTP inbox, each
 * also as a JUnit extension for the other modules' tests; and their clock. Knows nothing
 * of what is kept in them.
 */
@NullMarked
package monitoring.localservers;

import org.jspecify.annotations.NullMarked;
