/**
 * Apps that are to be scaled, what was decided and what came of it.
 */
@NullMarked
package monitoring.storage.scaling;

import org.jspecify.annotations.NullMarked;
