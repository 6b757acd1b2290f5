/**
 * What outlives a restart of the foundation: when it was first started, how many
 * instances each app has, what history was written.
 */
@NullMarked
package monitoring.foundation.state;

import org.jspecify.annotations.NullMarked;
