package monitoring.dashboard.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.WebProperties;
import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.Role;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * What administrators do to accounts. Every change is audited and holds at once; one
 * administrator who may sign in is always left.
 */
@Component
class Accounts {

    private final AccountStore accounts;

    private final PasswordEncoder encoder;

    private final FreshAccountFilter fresh;

    private final Audit audit;

    private final WebProperties web;

    Accounts(AccountStore accounts, PasswordEncoder encoder, FreshAccountFilter fresh, Audit audit, WebProperties web) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.fresh = fresh;
        this.audit = audit;
        this.web = web;
    }

    List<Account> all() {
        return this.accounts.accounts();
    }

    Account find(String name) {
        return this.accounts.account(name).orElseThrow(() -> new NotFoundException("account", name));
    }

    Account create(AccountForm form) {
        String name = form.checkedName();
        if (this.accounts.account(name).isPresent()) {
            throw new InvalidInputException("name", name, "one that is not taken");
        }
        String hash = form.isOfUaa() ? "" : this.encoder.encode(form.checkedPassword());
        Account local = new Account(name, hash, form.checkedRole(), form.checkedOrganizations(), Locale.KOREAN,
                this.web.zone(), true);
        return keep(form.isOfUaa() ? local.withUaaUser("") : local, "account.create", AuditDetails.of(local));
    }

    Account change(String name, AccountForm form) {
        Account was = find(name);
        Account is = (was.isOfUaa() ? ofUaa(was, form) : local(was, form)).withEnabled(form.isEnabled());
        requireAnAdministrator(is);
        return keep(is, "account.change", AuditDetails.of(is).since(AuditDetails.of(was)));
    }

    private Account local(Account was, AccountForm form) {
        Account is = was.with(form.checkedRole(), form.checkedOrganizations());
        return form.hasPassword() ? is.withPassword(this.encoder.encode(form.checkedPassword())) : is;
    }

    /** What it may and sees is the UAA's to say; a form may leave that out. */
    private static Account ofUaa(Account was, AccountForm form) {
        if (form.hasPassword()) {
            throw new InvalidInputException("password", "given",
                    "none for " + was.name() + ", who signs in at the UAA");
        }
        if (form.role() != null
                && (form.role() != was.role() || !form.checkedOrganizations().equals(was.organizations()))) {
            throw new InvalidInputException("role", form.role().name(),
                    was.role() + ", as the UAA says at the sign-in of " + was.name());
        }
        return was;
    }

    void delete(String name) {
        Account was = find(name);
        requireAnAdministrator(new Account(name, "", Role.VIEWER, Set.of(), was.language(), was.zone(), false));
        this.accounts.delete(name);
        this.fresh.changed();
        this.audit.record("account.delete", "accounts/" + name, AuditDetails.of(was));
    }

    /** Somebody must be left who can undo a mistake. */
    private void requireAnAdministrator(Account changed) {
        boolean left = this.accounts.accounts()
            .stream()
            .map((one) -> one.name().equals(changed.name()) ? changed : one)
            .anyMatch((one) -> one.enabled() && one.role() == Role.ADMINISTRATOR);
        if (!left) {
            throw new InvalidInputException("account", changed.name(),
                    "at least one other administrator who may sign in");
        }
    }

    private Account keep(Account account, String action, AuditDetail detail) {
        Account kept = this.accounts.save(account);
        this.fresh.changed();
        this.audit.record(action, "accounts/" + account.name(), detail);
        return kept;
    }

}
