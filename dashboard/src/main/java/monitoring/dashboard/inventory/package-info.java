/**
 * The VMs, directors, apps and containers, and how each of them is: the one place where a
 * state is derived.
 */
@NullMarked
package monitoring.dashboard.inventory;

import org.jspecify.annotations.NullMarked;
