package monitoring.dashboard.account;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * What those who are signed in change of their own account: how pages look for them, and
 * their password. It holds at once and is audited.
 */
@Component
class OwnAccount {

    private final AccountStore accounts;

    private final FreshAccountFilter fresh;

    private final PasswordEncoder encoder;

    private final Audit audit;

    OwnAccount(AccountStore accounts, FreshAccountFilter fresh, PasswordEncoder encoder, Audit audit) {
        this.accounts = accounts;
        this.fresh = fresh;
        this.encoder = encoder;
        this.audit = audit;
    }

    Account read() {
        String name = Audit.user();
        return this.accounts.account(name).orElseThrow(() -> new NotFoundException("account", name));
    }

    /**
     * Changes language and zone, one after the other, so that a wrong one changes
     * nothing.
     */
    Account prefer(String language, String zone) {
        Account was = read();
        Account kept = keep(was.with(locale(language), zone(zone)));
        this.audit.record("account.preferences", "accounts/" + was.name(),
                AuditDetail.of("language", language).with("timeZone", zone));
        return kept;
    }

    /** Changes the language alone. */
    void speak(String language) {
        prefer(language, read().zone().getId());
    }

    /** Whether a password is the present one; none is where the UAA asks for it. */
    boolean isPassword(String password) {
        Account account = read();
        return !account.isOfUaa() && this.encoder.matches(password, account.passwordHash());
    }

    void changePassword(String password) {
        Account was = read();
        keep(was.withPassword(this.encoder.encode(AccountForm.checked(password))));
        this.audit.record("account.password", "accounts/" + was.name(), "");
    }

    private Account keep(Account account) {
        Account kept = this.accounts.save(account);
        this.fresh.changed();
        return kept;
    }

    private static Locale locale(String tag) {
        return switch (tag) {
            case "ko" -> Locale.KOREAN;
            case "en" -> Locale.ENGLISH;
            default -> throw new InvalidInputException("language", tag, "ko or en");
        };
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException("zone", id, "a zone such as Asia/Seoul");
        }
    }

}
