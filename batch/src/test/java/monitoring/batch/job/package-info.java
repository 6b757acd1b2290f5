/**
 * Tests of the stages together: what one night brings, in virtual time.
 */
@NullMarked
package monitoring.batch.job;

import org.jspecify.annotations.NullMarked;
