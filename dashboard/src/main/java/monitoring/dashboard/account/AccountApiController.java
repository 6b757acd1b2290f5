package monitoring.dashboard.account;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.Versions;
import monitoring.storage.account.Account;
import monitoring.storage.account.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts, for programs. Passwords are written only. A change says which version it read
 * (If-Match).
 */
@RestController
@Tag(name = "Accounts")
@RequestMapping("/api/v1")
class AccountApiController {

    private final Accounts accounts;

    private final OpenSessions sessions;

    private final Versions versions;

    AccountApiController(Accounts accounts, OpenSessions sessions, Versions versions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.versions = versions;
    }

    /** Who is signed in. */
    @GetMapping("/account")
    AccountView own() {
        return AccountView.of(this.accounts.find(Audit.user()));
    }

    /** All accounts. */
    @GetMapping("/accounts")
    List<AccountView> list() {
        return this.accounts.all().stream().map(AccountView::of).toList();
    }

    /** One account. */
    @GetMapping("/accounts/{name}")
    ResponseEntity<AccountView> one(@PathVariable String name) {
        return this.versions.answer(AccountView.of(this.accounts.find(name)));
    }

    /** Makes an account. */
    @PostMapping("/accounts")
    ResponseEntity<AccountView> create(@RequestBody AccountForm form) {
        return this.versions.created(AccountView.of(this.accounts.create(form)));
    }

    /**
     * Changes role, organizations and whether it may sign in; a password only where one
     * is sent.
     */
    @PutMapping("/accounts/{name}")
    ResponseEntity<AccountView> change(@PathVariable String name, @RequestBody AccountForm form,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return this.versions.answer(this.versions.change(version, () -> AccountView.of(this.accounts.find(name)),
                () -> AccountView.of(this.accounts.change(name, form))));
    }

    /** Deletes an account; its sessions and tokens are good no more. */
    @DeleteMapping("/accounts/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        this.versions.change(version, () -> AccountView.of(this.accounts.find(name)), () -> {
            this.accounts.delete(name);
            return true;
        });
    }

    /** Ends all sessions of an account; its tokens stay good. */
    @DeleteMapping("/accounts/{name}/sessions")
    Ended signOut(@PathVariable String name) {
        return new Ended(this.sessions.endAll(this.accounts.find(name).name()));
    }

    /**
     * Sessions that were ended.
     *
     * @param ended how many
     */
    record Ended(int ended) {
    }

    /**
     * An account without its password.
     *
     * @param name with which it signs in
     * @param role what it may do
     * @param organizations only their apps are seen, empty for everything
     * @param language of its pages
     * @param zone in which it reads times
     * @param enabled whether it may sign in
     * @param uaa whether its owner signs in at the UAA, which says what it may
     */
    record AccountView(String name, Role role, Set<String> organizations, String language, String zone, boolean enabled,
            boolean uaa) {

        static AccountView of(Account account) {
            return new AccountView(account.name(), account.role(), account.organizations(),
                    account.language().toLanguageTag(), account.zone().getId(), account.enabled(), account.isOfUaa());
        }

    }

}
