/**
 * A real Elasticsearch node as a program of its own. Its class path (Netty 4.1, Lucene 8)
 * meets no other program's.
 */
@NullMarked
package monitoring.localservers.elasticsearch;

import org.jspecify.annotations.NullMarked;
