/**
 * Which way the packages of the stores look at each other.
 */
@NullMarked
package monitoring.storage;

import org.jspecify.annotations.NullMarked;
