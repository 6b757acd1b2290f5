/**
 * Who is told of an alarm, and why somebody is not: the words that the batch decides by,
 * and by which the dashboard explains. Knows no store but those it reads receivers from.
 */
@NullMarked
package monitoring.storage.routing;

import org.jspecify.annotations.NullMarked;
