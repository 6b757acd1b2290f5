/**
 * One Kafka broker, run from Maven artifacts.
 */
@NullMarked
package monitoring.localservers.kafka;

import org.jspecify.annotations.NullMarked;
