package monitoring.dashboard.account;

import java.io.Serial;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import monitoring.dashboard.web.Viewer;
import monitoring.storage.account.Account;
import monitoring.storage.account.ApiScope;
import monitoring.storage.account.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * An account that signed in; it may do what its role and every role below it may, unless
 * it is bound to organizations. Equal by name, so that its sessions are found.
 */
sealed class SignedIn implements UserDetails, Viewer, CredentialsContainer permits SignedInAtUaa {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Account account;

    private String password;

    private final boolean bySession;

    SignedIn(Account account) {
        this(account, true);
    }

    private SignedIn(Account account, boolean bySession) {
        this.account = account;
        this.password = account.passwordHash();
        this.bySession = bySession;
    }

    /** A program that sent a token of an account: it may what both may. */
    static SignedIn byToken(Account account, ApiScope scope) {
        return new SignedIn(account.with(scope.within(account.role()), account.organizations()), false);
    }

    /** Whether a person signed in, not a program by a token. */
    boolean isBySession() {
        return this.bySession;
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
    public Set<String> organizations() {
        return this.account.organizations();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        List<Role> granted = Arrays.stream(Role.values()).filter((role) -> role.compareTo(role()) <= 0).toList();
        Stream<String> names = isBound() ? Stream.of(MEMBER)
                : Stream.concat(Stream.of(MEMBER), granted.stream().map(Role::name));
        Stream<String> all = this.bySession ? Stream.concat(names, Stream.of("SESSION")) : names;
        return all.map((name) -> new SimpleGrantedAuthority("ROLE_" + name)).toList();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signedIn && signedIn.name().equals(name());
    }

    @Override
    public final int hashCode() {
        return name().hashCode();
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
