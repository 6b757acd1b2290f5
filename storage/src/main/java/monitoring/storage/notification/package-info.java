/**
 * Whom to tell, what is to be told, and what became of it: the outbox.
 */
@NullMarked
package monitoring.storage.notification;

import org.jspecify.annotations.NullMarked;
