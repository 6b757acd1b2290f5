/**
 * Measures the dashboard at the size it is made for.
 */
@NullMarked
package monitoring.dashboard.bench;

import org.jspecify.annotations.NullMarked;
