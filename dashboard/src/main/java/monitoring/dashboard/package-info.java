/**
 * What an administrator sees and edits. It reads all three stores and writes only what
 * people decide; it never writes a metric.
 */
@NullMarked
package monitoring.dashboard;

import org.jspecify.annotations.NullMarked;
