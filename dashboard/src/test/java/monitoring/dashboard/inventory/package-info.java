/**
 * Tests of the package.
 */
@NullMarked
package monitoring.dashboard.inventory;

import org.jspecify.annotations.NullMarked;
