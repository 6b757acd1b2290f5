/**
 * Asks an AutoScale server for more or fewer instances of an app, and says what came of
 * it. Decides nothing; knows neither metrics nor policies.
 */
@NullMarked
package monitoring.autoscale;

import org.jspecify.annotations.NullMarked;
