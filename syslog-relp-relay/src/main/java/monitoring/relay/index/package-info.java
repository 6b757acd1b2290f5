/**
 * From the journal into the log store: in bulks, several at a time, repeated until each
 * entry is kept. Knows nothing of how messages came in.
 */
@NullMarked
package monitoring.relay.index;

import org.jspecify.annotations.NullMarked;
