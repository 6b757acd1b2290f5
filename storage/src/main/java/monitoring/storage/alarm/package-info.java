/**
 * Breaches, what happened to them, and the incidents they belong to.
 */
@NullMarked
package monitoring.storage.alarm;

import org.jspecify.annotations.NullMarked;
