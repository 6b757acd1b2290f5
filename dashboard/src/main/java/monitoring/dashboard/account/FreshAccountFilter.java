package monitoring.dashboard.account;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.Memo;
import monitoring.dashboard.web.StoreWatch;
import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds sessions to what their account may now: who was disabled, renamed, given another
 * role or password elsewhere is signed out within seconds.
 */
class FreshAccountFilter extends OncePerRequestFilter {

    private final Memo<Map<String, Account>> accounts;

    FreshAccountFilter(AccountStore accounts, StoreWatch stores, Clock clock) {
        this.accounts = new Memo<>(() -> stores.ask(StoreWatch.Store.RELATIONS, accounts::accounts, List.<Account>of())
            .stream()
            .collect(Collectors.toMap(Account::name, Function.identity())), Duration.ofSeconds(5), clock);
    }

    /** Makes the next request see a change. */
    void changed() {
        this.accounts.forget();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!SessionEnd.isOver(request) && authentication != null
                && authentication.getPrincipal() instanceof SignedIn signedIn && signedIn.isBySession()) {
            Map<String, Account> known = this.accounts.get();
            // empty: the database is away; nobody is signed out for that
            if (!known.isEmpty()) {
                hold(request, signedIn, known.get(signedIn.name()));
            }
        }
        chain.doFilter(request, response);
    }

    private static void hold(HttpServletRequest request, SignedIn signedIn, @Nullable Account now) {
        Account then = signedIn.account();
        if (now == null || !now.enabled() || now.role() != then.role()
                || !now.passwordHash().equals(then.passwordHash()) || now.isOfUaa() != then.isOfUaa()) {
            SessionEnd.because("changed", request);
        }
        else if (!now.equals(then)) {
            SignedIn fresh = new SignedIn(now);
            SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(fresh, null, fresh.getAuthorities()));
        }
    }

}
