/**
 * The runs of the batch's jobs, to be looked at.
 */
@NullMarked
package monitoring.storage.run;

import org.jspecify.annotations.NullMarked;
