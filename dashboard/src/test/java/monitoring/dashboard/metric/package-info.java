/** Tests of the charts. */
@NullMarked
package monitoring.dashboard.metric;

import org.jspecify.annotations.NullMarked;
