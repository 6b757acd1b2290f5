package monitoring.storage.account;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who signs in.
 *
 * @param name with which
 * @param passwordHash by the framework's encoder, with its id; empty where no password is
 * good
 * @param role what it may do
 * @param organizations only their apps are seen, empty for everything; copied, in order
 * of name
 * @param language of the pages
 * @param zone in which times are shown
 * @param enabled whether it may sign in
 * @param uaaUser id of the UAA's user whose account it is, empty until they first sign
 * in; null for a local account
 */
public record Account(String name, String passwordHash, Role role, Set<String> organizations, Locale language,
        ZoneId zone, boolean enabled, @Nullable String uaaUser) {

    public Account {
        requireNonNull(passwordHash, "passwordHash");
        requireNonNull(role, "role");
        organizations = Collections.unmodifiableSortedSet(new TreeSet<>(organizations));
        requireNonNull(language, "language");
        requireNonNull(zone, "zone");
        if (uaaUser != null && !passwordHash.isEmpty()) {
            throw new IllegalArgumentException("password of " + name + ": set (expected: none, the UAA asks for it)");
        }
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

    /** A local account. */
    public Account(String name, String passwordHash, Role role, Set<String> organizations, Locale language, ZoneId zone,
            boolean enabled) {
        this(name, passwordHash, role, organizations, language, zone, enabled, null);
    }

    /** With what its owner chose. */
    public Account with(Locale language, ZoneId zone) {
        return new Account(this.name, this.passwordHash, this.role, this.organizations, language, zone, this.enabled,
                this.uaaUser);
    }

    /** With another password. */
    public Account withPassword(String hash) {
        return new Account(this.name, hash, this.role, this.organizations, this.language, this.zone, this.enabled,
                this.uaaUser);
    }

    /** With what it may do and see. */
    public Account with(Role role, Set<String> organizations) {
        return new Account(this.name, this.passwordHash, role, organizations, this.language, this.zone, this.enabled,
                this.uaaUser);
    }

    /** With or without the right to sign in. */
    public Account withEnabled(boolean enabled) {
        return new Account(this.name, this.passwordHash, this.role, this.organizations, this.language, this.zone,
                enabled, this.uaaUser);
    }

    /** As that of a user of the UAA. */
    public Account withUaaUser(String id) {
        return new Account(this.name, "", this.role, this.organizations, this.language, this.zone, this.enabled, id);
    }

    /** Whether its owner signs in at the UAA; no password is good for it then. */
    public boolean isOfUaa() {
        return this.uaaUser != null;
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
