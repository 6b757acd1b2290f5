/** Tests of the package of the same name. */
@NullMarked
package monitoring.dashboard.notification;

import org.jspecify.annotations.NullMarked;
