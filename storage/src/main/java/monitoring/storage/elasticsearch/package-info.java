/**
 * Log events in Elasticsearch: dated indices behind one alias, explicit mappings, one
 * flattened field for what nobody foresaw. Shows its configuration only.
 */
@NullMarked
package monitoring.storage.elasticsearch;

import org.jspecify.annotations.NullMarked;
