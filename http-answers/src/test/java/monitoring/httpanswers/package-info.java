/**
 * Tests against a real HTTP server on loopback.
 */
@NullMarked
package monitoring.httpanswers;

import org.jspecify.annotations.NullMarked;
