package monitoring.dashboard.account;

import java.time.Clock;

import monitoring.dashboard.web.Viewer;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.AuditEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Writes down who changed what. */
@Component
public class Audit {

    private final AccountStore accounts;

    private final Clock clock;

    Audit(AccountStore accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Writes down what the one who is signed in did.
     * @param action such as {@code policy.save}
     * @param subject to what, such as {@code alarm_policies/4}
     * @param detail in words; never a secret
     */
    public void record(String action, String subject, String detail) {
        record(user(), action, subject, detail);
    }

    /** Writes down what the one who is signed in did. */
    public void record(String action, String subject, AuditDetail detail) {
        record(user(), action, subject, detail);
    }

    /** Writes down what somebody did. */
    public void record(String user, String action, String subject, AuditDetail detail) {
        record(user, action, subject, detail.toString());
    }

    /** Writes down what somebody did. */
    public void record(String user, String action, String subject, String detail) {
        this.accounts.append(new AuditEntry(this.clock.instant(), user, action, subject, detail));
    }

    /** The name of the one who is signed in. */
    public static String user() {
        @Nullable Viewer viewer = Viewer.current();
        return (viewer == null) ? "anonymous" : viewer.name();
    }

}
