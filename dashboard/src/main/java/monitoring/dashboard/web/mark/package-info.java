/**
 * The elements of templates that Java writes, {@code ui:icon} and those like it: what a
 * list has in each row, and a fragment would take twenty times as long for.
 */
@NullMarked
package monitoring.dashboard.web.mark;

import org.jspecify.annotations.NullMarked;
