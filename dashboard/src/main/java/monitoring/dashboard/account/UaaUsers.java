package monitoring.dashboard.account;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import monitoring.dashboard.account.UaaRefusal.Reason;
import monitoring.dashboard.web.WebProperties;
import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.Role;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Finds or makes the account of somebody whom the UAA vouches for. What it may and sees
 * is what the UAA says at this sign-in.
 */
@Component
class UaaUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** As the column of an account holds. */
    private static final int MOST_CHARACTERS = 4000;

    private final UaaProperties properties;

    private final Uaa uaa;

    private final AccountStore accounts;

    private final FreshAccountFilter fresh;

    private final ApiTokens tokens;

    private final ZoneId zone;

    UaaUsers(UaaProperties properties, Uaa uaa, AccountStore accounts, FreshAccountFilter fresh, ApiTokens tokens,
            WebProperties web) {
        this.properties = properties;
        this.uaa = uaa;
        this.accounts = accounts;
        this.fresh = fresh;
        this.tokens = tokens;
        this.zone = web.zone();
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        String name = name(token);
        Set<String> granted = request.getAccessToken().getScopes();
        Optional<Role> role = this.properties.role(granted);
        try {
            Set<String> organizations = role.isPresent() ? Set.of()
                    : organizations(name, token.getSubject(), request.getAccessToken().getTokenValue());
            Account was = account(name, token.getSubject());
            Account is = was.withUaaUser(token.getSubject()).with(role.orElse(Role.VIEWER), organizations);
            if (!is.enabled()) {
                throw new UaaRefusal(Reason.DISABLED, name + ": disabled (expected: an account that may sign in)");
            }
            this.accounts.save(is);
            this.fresh.changed();
            this.tokens.resume(name);
            return new SignedInAtUaa(is, token);
        }
        catch (DataAccessException | TransactionException ex) {
            throw new InternalAuthenticationServiceException("accounts of the UAA: the database is away", ex);
        }
    }

    /**
     * Brings an account up to what the UAA says by now; whose role is another one is
     * signed out then.
     * @throws UaaRefusal if it says nothing that lets them in
     */
    void hold(String name, Uaa.Renewed renewed) {
        Optional<Role> role = this.properties.role(renewed.scopes());
        Set<String> organizations = role.isPresent() ? Set.of() : organizations(name, renewed.accessToken());
        Optional<Account> was = this.accounts.account(name).filter(Account::isOfUaa);
        Optional<Account> is = was.map((one) -> one.with(role.orElse(Role.VIEWER), organizations));
        if (is.isPresent() && !is.equals(was)) {
            this.accounts.save(is.get());
            this.fresh.changed();
        }
        this.tokens.resume(name);
    }

    /**
     * Ends what programs do with the tokens of an account for whose owner the UAA does
     * not vouch any more: nobody asks the UAA for them again. They are good again when it
     * vouches for the owner.
     */
    void refused(String name) {
        if (this.accounts.account(name).filter(Account::isOfUaa).isPresent()) {
            this.tokens.suspend(name);
        }
    }

    /** At a sign-in the name alone may be that of somebody else's account. */
    private Set<String> organizations(String name, String id, String accessToken) {
        try {
            return organizations(name, accessToken);
        }
        catch (UaaRefusal refusal) {
            if (refusal.isOfPerson()
                    && this.accounts.account(name).filter((one) -> id.equals(one.uaaUser())).isPresent()) {
                refused(name);
            }
            throw refusal;
        }
    }

    private static String name(OidcIdToken token) {
        String name = token.getClaimAsString("user_name");
        if (name == null || name.isBlank() || name.length() > 255) {
            throw new UaaRefusal(Reason.UNCLEAR,
                    "user_name of the ID token: " + name + " (expected: 1..255 characters)");
        }
        return name;
    }

    /** Nobody is bound to nothing: that would show them everything. */
    private Set<String> organizations(String name, String accessToken) {
        Set<String> seen = this.properties.asksForOrganizations() ? new TreeSet<>(this.uaa.organizations(accessToken))
                : Set.of();
        if (seen.isEmpty()) {
            throw new UaaRefusal(Reason.NOTHING,
                    name + ": no scope of dashboard.uaa and no organization (expected: one)");
        }
        int length = String.join("\n", seen).length();
        if (length > MOST_CHARACTERS) {
            throw new UaaRefusal(Reason.TOO_MUCH, name + ": " + seen.size() + " organizations of " + length
                    + " characters (expected: at most " + MOST_CHARACTERS + ")");
        }
        return seen;
    }

    /**
     * An account goes with the UAA's id, not with the name: names are given away again,
     * and a local account of the same name is somebody else's.
     */
    private Account account(String name, String id) {
        Optional<Account> known = this.accounts.account(name);
        if (known.isEmpty()) {
            if (!this.properties.createAccounts()) {
                throw new UaaRefusal(Reason.NO_ACCOUNT,
                        name + ": no account (expected: one that an administrator made)");
            }
            return new Account(name, "", Role.VIEWER, Set.of(), Locale.KOREAN, this.zone, true);
        }
        String uaaUser = known.get().uaaUser();
        if (uaaUser == null || !(uaaUser.isEmpty() || uaaUser.equals(id))) {
            throw new UaaRefusal(Reason.TAKEN,
                    name + ": " + ((uaaUser == null) ? "a local account" : "the account of another user of the UAA")
                            + " (expected: no account, or that of " + id + ")");
        }
        return known.get();
    }

}
