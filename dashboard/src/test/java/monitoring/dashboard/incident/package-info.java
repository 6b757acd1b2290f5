/**
 * Tests of incident pages.
 */
@NullMarked
package monitoring.dashboard.incident;

import org.jspecify.annotations.NullMarked;
