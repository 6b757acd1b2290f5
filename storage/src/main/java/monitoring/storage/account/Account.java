package monitoring.storage.account;

import java.time.ZoneId;
import java.util.Locale;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who signs in.
 *
 * @param name with which
 * @param passwordHash by the framework's encoder, with its id; empty for an account of
 * another system
 * @param role what it may do
 * @param organization only this one is seen, empty for all
 * @param language of the pages
 * @param zone in which times are shown
 * @param enabled whether it may sign in
 */
public record Account(String name, String passwordHash, Role role, String organization, Locale language, ZoneId zone,
        boolean enabled) {

    public Account {
        requireNonNull(passwordHash, "passwordHash");
        requireNonNull(role, "role");
        requireNonNull(organization, "organization");
        requireNonNull(language, "language");
        requireNonNull(zone, "zone");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: blank (expected: the name of an account)");
        }
    }

    @Override
    public String toString() {
        return this.name + " (" + this.role + ")"; // the record's own would print the
                                                   // hash
    }

}
