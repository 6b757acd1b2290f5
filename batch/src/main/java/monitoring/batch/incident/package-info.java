/**
 * Puts alarms that belong together into one incident. Raised alarms come in, incidents
 * with their alarms and the cause among them go out.
 */
@NullMarked
package monitoring.batch.incident;

import org.jspecify.annotations.NullMarked;
