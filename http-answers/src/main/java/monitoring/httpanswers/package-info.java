/**
 * A request goes in, its whole answer comes out, within a time and a size. Knows neither
 * JSON nor whom it asks.
 */
@NullMarked
package monitoring.httpanswers;

import org.jspecify.annotations.NullMarked;
