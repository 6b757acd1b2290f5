/**
 * Tests of the judgement of values.
 */
@NullMarked
package monitoring.batch.evaluate;

import org.jspecify.annotations.NullMarked;
