/** Tests of the package of the same name. */
@NullMarked
package monitoring.dashboard.web;

import org.jspecify.annotations.NullMarked;
