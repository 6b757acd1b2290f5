package monitoring.dashboard.account;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first account, and how guessing passwords is slowed down.
 *
 * @param firstUser name of the account that is made while there is none
 * @param firstPassword its password; while empty, a random one is made and printed once
 * @param login how guessing is slowed down
 */
@ConfigurationProperties("dashboard")
record AccountProperties(@DefaultValue("admin") String firstUser, @DefaultValue("") String firstPassword,
        @DefaultValue Login login) {

    AccountProperties {
        if (firstUser.isBlank()) {
            throw new IllegalArgumentException("dashboard.first-user: blank (expected: a name)");
        }
        if (!firstPassword.isEmpty() && firstPassword.length() < 8) {
            throw new IllegalArgumentException(
                    "dashboard.first-password: " + firstPassword.length() + " characters (expected: at least 8)");
        }
    }

    @Override
    public String toString() {
        // the record's own would print the password
        return "first account " + this.firstUser;
    }

    /**
     * How guessing is slowed down.
     *
     * @param attempts wrong passwords for one account from one address before it has to
     * wait
     * @param addressAttempts wrong passwords from one address, whatever the accounts,
     * before it may try only one a pause
     * @param pause how long it waits at first; twice as long after each further wrong
     * one, 15 minutes at most
     */
    record Login(@DefaultValue("5") int attempts, @DefaultValue("50") int addressAttempts,
            @DefaultValue("30s") Duration pause) {

        Login {
            if (attempts < 1) {
                throw new IllegalArgumentException("dashboard.login.attempts: " + attempts + " (expected: >= 1)");
            }
            if (addressAttempts < attempts) {
                throw new IllegalArgumentException("dashboard.login.address-attempts: " + addressAttempts
                        + " (expected: >= " + attempts + ", as dashboard.login.attempts)");
            }
            if (pause.isNegative() || pause.isZero()) {
                throw new IllegalArgumentException("dashboard.login.pause: " + pause + " (expected: > 0s)");
            }
        }

    }

}
