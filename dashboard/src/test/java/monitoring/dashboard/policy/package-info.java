/**
 * Tests of the package.
 */
@NullMarked
package monitoring.dashboard.policy;

import org.jspecify.annotations.NullMarked;
