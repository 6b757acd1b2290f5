/**
 * Messages on disk, synced before they are acknowledged, until they are indexed. Raw
 * bytes in, the same bytes out; knows neither syslog nor who sends or indexes.
 */
@NullMarked
package monitoring.relay.journal;

import org.jspecify.annotations.NullMarked;
