/**
 * What an alarm, an incident and a silence refuse to be, and what a silence is for.
 */
@NullMarked
package monitoring.storage.alarm;

import org.jspecify.annotations.NullMarked;
