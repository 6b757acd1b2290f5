/**
 * Decides when an app needs more or fewer instances and asks the AutoScale server. Never
 * out of missing data.
 */
@NullMarked
package monitoring.batch.scale;

import org.jspecify.annotations.NullMarked;
