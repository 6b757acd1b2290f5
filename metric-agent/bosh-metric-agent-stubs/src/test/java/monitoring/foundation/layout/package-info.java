/**
 * Tests of the package.
 */
@NullMarked
package monitoring.foundation.layout;

import org.jspecify.annotations.NullMarked;
