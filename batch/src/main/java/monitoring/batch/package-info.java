/**
 * The batch program: watches values against policies and tells people.
 */
@NullMarked
package monitoring.batch;

import org.jspecify.annotations.NullMarked;
