/** Tests of the elements that Java writes. */
@NullMarked
package monitoring.dashboard.web.mark;

import org.jspecify.annotations.NullMarked;
