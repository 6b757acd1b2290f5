package monitoring.dashboard.account;

import java.util.Set;
import java.util.TreeSet;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.storage.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account as an administrator edits it. The password is only ever written: an empty
 * one keeps what is there.
 *
 * @param name with which it signs in, of a new one
 * @param password 8..200 characters, empty to keep it
 * @param role what it may do
 * @param organizations one a line, of a viewer who sees their apps only
 * @param enabled on where it may sign in
 * @param uaa on for a new one whose owner signs in at the UAA, without a password here
 */
public record AccountForm(@Nullable String name, @Nullable String password, @Nullable Role role,
        @Nullable String organizations, @Nullable String enabled, @Nullable String uaa) {

    private static final int LONGEST = 4000;

    String checkedName() {
        String called = text(this.name).strip();
        if (!called.matches("[\\w.@-]{2,50}")) {
            throw new InvalidInputException("name", called, "2..50 letters, digits, _ . @ or -");
        }
        return called;
    }

    Role checkedRole() {
        if (this.role == null) {
            throw new InvalidInputException("role", "nothing", "VIEWER, OPERATOR or ADMINISTRATOR");
        }
        return this.role;
    }

    boolean hasPassword() {
        return !text(this.password).isEmpty();
    }

    String checkedPassword() {
        return checked(text(this.password));
    }

    boolean isEnabled() {
        return isSet(this.enabled);
    }

    boolean isOfUaa() {
        return isSet(this.uaa);
    }

    private static boolean isSet(@Nullable String box) {
        return "on".equals(box) || "true".equals(box);
    }

    /** The organizations a viewer is bound to; none for any other role. */
    Set<String> checkedOrganizations() {
        Set<String> names = new TreeSet<>();
        String lines = text(this.organizations);
        lines.lines().map(String::strip).filter((line) -> !line.isEmpty()).forEach(names::add);
        if (!names.isEmpty() && this.role != Role.VIEWER) {
            throw new InvalidInputException("organizations", String.join(", ", names),
                    "none for " + this.role + "; only a VIEWER is bound");
        }
        if (lines.length() > LONGEST) {
            throw new InvalidInputException("organizations", lines.length() + " characters", "at most " + LONGEST);
        }
        return names;
    }

    static boolean fits(String password) {
        return password.length() >= 8 && password.length() <= 200;
    }

    static String checked(String password) {
        if (!fits(password)) {
            throw new InvalidInputException("password", password.length() + " characters", "8..200");
        }
        return password;
    }

    private static String text(@Nullable String value) {
        return (value == null) ? "" : value;
    }

}
