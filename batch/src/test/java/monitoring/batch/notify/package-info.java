/**
 * Tests of who is told what, and how.
 */
@NullMarked
package monitoring.batch.notify;

import org.jspecify.annotations.NullMarked;
