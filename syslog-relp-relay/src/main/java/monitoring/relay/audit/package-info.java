/**
 * The books: what came from each peer in each hour and what became of it, counted from
 * the journal itself, so that they add up after a crash too.
 */
@NullMarked
package monitoring.relay.audit;

import org.jspecify.annotations.NullMarked;
