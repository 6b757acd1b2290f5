/**
 * What a policy refuses to be.
 */
@NullMarked
package monitoring.storage.policy;

import org.jspecify.annotations.NullMarked;
