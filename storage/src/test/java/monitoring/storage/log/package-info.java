/**
 * What every log store has to do, whatever is behind it.
 */
@NullMarked
package monitoring.storage.log;

import org.jspecify.annotations.NullMarked;
