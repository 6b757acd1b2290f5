/**
 * What is kept in SQL: the tables of PaaS-TA and those it lacks, on H2, MariaDB and
 * PostgreSQL. Its classes are hidden; {@link monitoring.storage.jdbc.JdbcConfiguration}
 * offers the stores. Knows neither who raises alarms nor who reads them.
 */
@NullMarked
package monitoring.storage.jdbc;

import org.jspecify.annotations.NullMarked;
