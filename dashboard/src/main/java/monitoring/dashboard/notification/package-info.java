/**
 * Receivers, silences and the outbox: who is told, who is not, and what became of it.
 */
@NullMarked
package monitoring.dashboard.notification;

import org.jspecify.annotations.NullMarked;
