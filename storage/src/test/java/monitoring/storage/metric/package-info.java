/**
 * What every metric store must do, whatever it keeps samples in.
 */
@NullMarked
package monitoring.storage.metric;

import org.jspecify.annotations.NullMarked;
