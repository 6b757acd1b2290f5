package monitoring.dashboard.account;

import org.springframework.stereotype.Component;

/**
 * The ways into an account.
 *
 * @param tokens of its programs
 * @param sessions that are open
 */
@Component
record Access(ApiTokens tokens, OpenSessions sessions) {
}
