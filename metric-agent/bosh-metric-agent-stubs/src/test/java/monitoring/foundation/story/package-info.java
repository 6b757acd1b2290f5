/**
 * Tests of the package.
 */
@NullMarked
package monitoring.foundation.story;

import org.jspecify.annotations.NullMarked;
