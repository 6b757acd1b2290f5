/**
 * Incidents: the alarms that belong together, who was told, and what people did.
 */
@NullMarked
package monitoring.dashboard.incident;

import org.jspecify.annotations.NullMarked;
