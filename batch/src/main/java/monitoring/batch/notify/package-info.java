/**
 * Decides who is told of a step, keeps it in the outbox, and empties the outbox over mail
 * and chat. Every decision not to tell is kept as well, with its reason.
 */
@NullMarked
package monitoring.batch.notify;

import org.jspecify.annotations.NullMarked;
