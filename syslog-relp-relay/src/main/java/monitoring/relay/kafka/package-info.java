/**
 * A Kafka topic between relays and indexers: what is kept in the journal is published
 * there, and elsewhere read and indexed under the same ids.
 */
@NullMarked
package monitoring.relay.kafka;

import org.jspecify.annotations.NullMarked;
