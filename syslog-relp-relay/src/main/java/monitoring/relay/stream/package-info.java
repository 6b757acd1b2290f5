/**
 * Syslog over TCP, TLS and UDP into the same intake. Nothing of it is answered: what is
 * under way when a connection breaks is the sender's to lose. Knows nothing of formats,
 * files or Elasticsearch.
 */
@NullMarked
package monitoring.relay.stream;

import org.jspecify.annotations.NullMarked;
