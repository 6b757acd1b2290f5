/**
 * Tests of the package.
 */
@NullMarked
package monitoring.foundation.logs;

import org.jspecify.annotations.NullMarked;
