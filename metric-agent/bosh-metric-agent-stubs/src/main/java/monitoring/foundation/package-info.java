/**
 * A simulated foundation on loopback, for demo and tests: what the platform watches,
 * played from a seed. Joins its parts; none of them knows this package.
 */
@NullMarked
package monitoring.foundation;

import org.jspecify.annotations.NullMarked;
