package monitoring.dashboard.account;

import java.io.Serial;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import monitoring.dashboard.web.Viewer;
import monitoring.storage.account.Account;
import monitoring.storage.account.Role;

import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** An account that signed in; it may do what its role and every role below it may. */
final class SignedIn implements UserDetails, Viewer, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Account account;

    private String password;

    SignedIn(Account account) {
        this.account = account;
        this.password = account.passwordHash();
    }

    Account account() {
        return this.account;
    }

    @Override
    public String name() {
        return this.account.name();
    }

    @Override
    public Role role() {
        return this.account.role();
    }

    @Override
    public Locale language() {
        return this.account.language();
    }

    @Override
    public ZoneId zone() {
        return this.account.zone();
    }

    @Override
    public String organization() {
        return this.account.organization();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        List<Role> granted = Arrays.stream(Role.values()).filter((role) -> role.compareTo(role()) <= 0).toList();
        return granted.stream().map((role) -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    }

    @Override
    public String getPassword() {
        return this.password;
    }

    @Override
    public String getUsername() {
        return this.account.name();
    }

    @Override
    public boolean isEnabled() {
        return this.account.enabled() && !this.account.passwordHash().isEmpty();
    }

    @Override
    public void eraseCredentials() {
        this.password = "";
    }

}
