package monitoring.dashboard.account;

import monitoring.storage.account.AccountStore;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds who wants to sign in. */
@Component
class AccountDetails implements UserDetailsService {

    private final AccountStore accounts;

    private final FirstAccount first;

    AccountDetails(AccountStore accounts, FirstAccount first) {
        this.accounts = accounts;
        this.first = first;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        this.first.ensure();
        if (name.isBlank()) {
            throw new UsernameNotFoundException("blank");
        }
        return this.accounts.account(name).map(SignedIn::new).orElseThrow(() -> new UsernameNotFoundException(name));
    }

}
