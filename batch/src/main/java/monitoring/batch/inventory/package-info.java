/**
 * Reads what the foundation is made of from BOSH directors, the cloud controller and the
 * container points, and keeps it. An error deletes nothing.
 */
@NullMarked
package monitoring.batch.inventory;

import org.jspecify.annotations.NullMarked;
