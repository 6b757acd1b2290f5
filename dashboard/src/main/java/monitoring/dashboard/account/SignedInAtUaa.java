package monitoring.dashboard.account;

import java.io.Serial;
import java.util.Map;

import monitoring.storage.account.Account;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** An account whose owner just came back from the UAA. */
final class SignedInAtUaa extends SignedIn implements OidcUser {

    @Serial
    private static final long serialVersionUID = 1L;

    private final OidcIdToken token;

    SignedInAtUaa(Account account, OidcIdToken token) {
        super(account);
        this.token = token;
    }

    @Override
    public String getName() {
        return name();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return getClaims();
    }

    @Override
    public Map<String, Object> getClaims() {
        return this.token.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null; // the ID token says it all
    }

    @Override
    public OidcIdToken getIdToken() {
        return this.token;
    }

}
