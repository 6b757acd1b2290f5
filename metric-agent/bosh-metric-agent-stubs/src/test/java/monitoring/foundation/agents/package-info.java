/**
 * Tests of the package.
 */
@NullMarked
package monitoring.foundation.agents;

import org.jspecify.annotations.NullMarked;
