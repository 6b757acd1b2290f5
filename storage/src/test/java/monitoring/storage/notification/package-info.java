/**
 * What a receiver refuses to be, and never shows.
 */
@NullMarked
package monitoring.storage.notification;

import org.jspecify.annotations.NullMarked;
