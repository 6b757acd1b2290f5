/**
 * The week before the foundation was first started, for a demo: metrics, and in SQL what
 * the platform would have kept of the same story. Written once.
 */
@NullMarked
package monitoring.foundation.history;

import org.jspecify.annotations.NullMarked;
