/**
 * Charts: values over time with their limits drawn in and their alarms marked.
 */
@NullMarked
package monitoring.dashboard.metric;

import org.jspecify.annotations.NullMarked;
