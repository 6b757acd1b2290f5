package monitoring.storage.account;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * Who changed what.
 *
 * @param at when
 * @param user who
 * @param action what was done, such as {@code policy.save}
 * @param subject to what, such as {@code alarm_policies/4}
 * @param detail names and values, such as {@code channel=MAIL name="night shift"}; in
 * words where there is one thing to say; never a secret
 */
public record AuditEntry(Instant at, String user, String action, String subject, String detail) {

    public AuditEntry {
        requireNonNull(at, "at");
        requireNonNull(user, "user");
        requireNonNull(action, "action");
        requireNonNull(subject, "subject");
        requireNonNull(detail, "detail");
    }

}
