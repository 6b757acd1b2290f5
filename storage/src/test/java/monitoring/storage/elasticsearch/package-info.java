/**
 * The log store on a real Elasticsearch.
 */
@NullMarked
package monitoring.storage.elasticsearch;

import org.jspecify.annotations.NullMarked;
