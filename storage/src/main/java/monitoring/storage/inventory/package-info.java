/**
 * What the foundation is made of: zones, VMs, cells, apps and where their instances run.
 * Knows neither the director's nor the cloud controller's API.
 */
@NullMarked
package monitoring.storage.inventory;

import org.jspecify.annotations.NullMarked;
