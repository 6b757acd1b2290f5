package monitoring.storage.account;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who signs in.
 *
 * @param name with which
 * @param passwordHash by the framework's encoder, with its id; empty for an account of
 * another system
 * @param role what it may do
 * @param organizations only their apps are seen, empty for everything; copied, in order
 * of name
 * @param language of the pages
 * @param zone in which times are shown
 * @param enabled whether it may sign in
 */
public record Account(String name, String passwordHash, Role role, Set<String> organizations, Locale language,
        ZoneId zone, boolean enabled) {

    public Account {
        requireNonNull(passwordHash, "passwordHash");
        requireNonNull(role, "role");
        organizations = Collections.unmodifiableSortedSet(new TreeSet<>(organizations));
        requireNonNull(language, "language");
        requireNonNull(zone, "zone");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: blank (expected: the name of an account)");
        }
        if (!organizations.isEmpty() && role != Role.VIEWER) {
            throw new IllegalArgumentException("organizations of " + name + ": " + organizations + " for " + role
                    + " (expected: none, or a VIEWER)");
        }
        if (organizations.stream().anyMatch((one) -> one.isBlank() || one.contains("\n"))) {
            throw new IllegalArgumentException(
                    "organizations of " + name + ": " + organizations + " (expected: names on one line)");
        }
    }

    /** Whether only the apps of some organizations are seen. */
    public boolean isBound() {
        return !this.organizations.isEmpty();
    }

    /** Without the hash, which the record's own would print. */
    @Override
    public String toString() {
        return this.name + " (" + this.role + (isBound() ? " of " + this.organizations : "") + ")";
    }

}
