/**
 * What the foundation is made of: VMs, apps, and which cell an app instance belongs on.
 * The same for the same seed. Knows nothing of time.
 */
@NullMarked
package monitoring.foundation.layout;

import org.jspecify.annotations.NullMarked;
