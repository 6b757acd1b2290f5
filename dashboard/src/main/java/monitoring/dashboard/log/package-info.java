/**
 * Log search: query, histogram, follow, context and permalink.
 */
@NullMarked
package monitoring.dashboard.log;

import org.jspecify.annotations.NullMarked;
