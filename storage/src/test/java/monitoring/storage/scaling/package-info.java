/**
 * What a scaling policy and a decision refuse to be.
 */
@NullMarked
package monitoring.storage.scaling;

import org.jspecify.annotations.NullMarked;
