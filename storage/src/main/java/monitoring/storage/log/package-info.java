/**
 * Log lines as they are kept and searched. Knows neither syslog's wire formats nor
 * Elasticsearch.
 */
@NullMarked
package monitoring.storage.log;

import org.jspecify.annotations.NullMarked;
