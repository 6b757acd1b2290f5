/**
 * Thresholds: who is alarmed when, and what a change would have meant.
 */
@NullMarked
package monitoring.dashboard.policy;

import org.jspecify.annotations.NullMarked;
