/**
 * Starts, restarts and kills the real servers.
 */
@NullMarked
package monitoring.localservers;

import org.jspecify.annotations.NullMarked;
