/**
 * The AutoScale server: asked for one instance more or fewer, it has the cloud controller
 * scale the app.
 */
@NullMarked
package monitoring.foundation.autoscale;

import org.jspecify.annotations.NullMarked;
