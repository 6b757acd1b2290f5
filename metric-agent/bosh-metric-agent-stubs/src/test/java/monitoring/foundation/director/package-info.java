/** Tests of the BOSH director. */
@NullMarked
package monitoring.foundation.director;

import org.jspecify.annotations.NullMarked;
