/**
 * Who may come in, what they may do, and what they did: sign-in, roles, accounts, audit.
 */
@NullMarked
package monitoring.dashboard.account;

import org.jspecify.annotations.NullMarked;
