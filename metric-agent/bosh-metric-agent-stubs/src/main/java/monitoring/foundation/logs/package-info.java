/**
 * The syslog forwarders of the foundation's VMs: lines that BOSH jobs, the router and
 * apps write, sent over RELP as rsyslog sends them.
 */
@NullMarked
package monitoring.foundation.logs;

import org.jspecify.annotations.NullMarked;
