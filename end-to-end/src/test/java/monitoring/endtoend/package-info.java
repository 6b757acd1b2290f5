/**
 * Starts {@code script/server} as a user does and drives the running platform from
 * outside: a real rsyslogd, a browser, the SMTP inbox, the stores' own HTTP APIs. Knows
 * no class of the programs.
 */
@NullMarked
package monitoring.endtoend;

import org.jspecify.annotations.NullMarked;
