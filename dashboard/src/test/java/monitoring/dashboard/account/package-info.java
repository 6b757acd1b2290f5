/**
 * Tests of the package.
 */
@NullMarked
package monitoring.dashboard.account;

import org.jspecify.annotations.NullMarked;
