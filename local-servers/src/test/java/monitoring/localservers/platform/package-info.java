/**
 * Starts, breaks and stops the platform with small programs in the place of the real
 * ones.
 */
@NullMarked
package monitoring.localservers.platform;

import org.jspecify.annotations.NullMarked;
