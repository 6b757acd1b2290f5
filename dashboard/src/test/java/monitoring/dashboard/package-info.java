/**
 * Tests of the package.
 */
@NullMarked
package monitoring.dashboard;

import org.jspecify.annotations.NullMarked;
