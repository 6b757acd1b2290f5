/**
 * Each dialect against a server that answers as the real one does.
 */
@NullMarked
package monitoring.autoscale;

import org.jspecify.annotations.NullMarked;
