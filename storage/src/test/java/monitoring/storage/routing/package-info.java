/** Tests of who is told. */
@NullMarked
package monitoring.storage.routing;

import org.jspecify.annotations.NullMarked;
