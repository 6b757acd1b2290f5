/**
 * Tests of the batch program as a whole, and what they share.
 */
@NullMarked
package monitoring.batch;

import org.jspecify.annotations.NullMarked;
