/**
 * When an alarm is to be raised, as administrators and app owners registered it.
 */
@NullMarked
package monitoring.storage.policy;

import org.jspecify.annotations.NullMarked;
