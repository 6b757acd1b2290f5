/**
 * The BOSH director: deployments, their instances and vitals, told by tasks as a director
 * tells them.
 */
@NullMarked
package monitoring.foundation.director;

import org.jspecify.annotations.NullMarked;
