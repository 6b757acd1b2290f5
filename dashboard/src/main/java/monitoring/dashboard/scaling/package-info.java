/**
 * AutoScale policies and events, and PaaS-TA's portal paths for them.
 */
@NullMarked
package monitoring.dashboard.scaling;

import org.jspecify.annotations.NullMarked;
