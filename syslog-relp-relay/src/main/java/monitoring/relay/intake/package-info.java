/**
 * The words between those who receive messages and the one who keeps them. Knows neither
 * wire protocols nor files.
 */
@NullMarked
package monitoring.relay.intake;

import org.jspecify.annotations.NullMarked;
