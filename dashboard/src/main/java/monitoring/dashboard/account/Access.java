package monitoring.dashboard.account;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The ways into an account.
 *
 * @param encoder of its password
 * @param tokens of its programs
 * @param sessions that are open
 */
@Component
record Access(PasswordEncoder encoder, ApiTokens tokens, OpenSessions sessions) {
}
