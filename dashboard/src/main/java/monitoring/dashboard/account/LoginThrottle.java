package monitoring.dashboard.account;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down the guessing of passwords. After some wrong ones for an account from an
 * address, the next must wait, each time twice as long. After many from an address,
 * whatever the accounts, that address may try one a pause only. Whether an account exists
 * makes no difference.
 */
class LoginThrottle extends OncePerRequestFilter {

    /**
     * The most pairs of name and address, and the most addresses, that are remembered.
     */
    private static final int REMEMBERED = 10_000;

    /** Longer than the name of any account. */
    private static final int LONGEST_NAME = 200;

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Map<String, Failures> ofAccounts = new Recent<>();

    private final Map<String, Crowd> ofAddresses = new Recent<>();

    private final AccountProperties.Login properties;

    private final Clock clock;

    LoginThrottle(AccountProperties.Login properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !"/login".equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (mustWait(request)) {
            response.sendRedirect("/login?wait");
            return;
        }
        chain.doFilter(request, response);
    }

    /** Counts a wrong password. */
    synchronized void failed(HttpServletRequest request) {
        Instant now = this.clock.instant();
        this.ofAccounts.merge(key(request), new Failures(0, Instant.MIN).oneMore(this.properties, now),
                (before, one) -> before.oneMore(this.properties, now));
        this.ofAddresses.merge(request.getRemoteAddr(), new Crowd(1, now),
                (before, one) -> before.oneMore(this.properties, now));
    }

    /**
     * Forgets the wrong ones for the account. Those of the address stay: who guesses may
     * have an account of his own.
     */
    synchronized void succeeded(HttpServletRequest request) {
        this.ofAccounts.remove(key(request));
    }

    private synchronized boolean mustWait(HttpServletRequest request) {
        Instant now = this.clock.instant();
        @Nullable Failures account = this.ofAccounts.get(key(request));
        @Nullable Crowd address = this.ofAddresses.get(request.getRemoteAddr());
        return (account != null && now.isBefore(account.until()))
                || (address != null && address.left(this.properties, now) >= this.properties.addressAttempts());
    }

    /**
     * Names that a database may take for the same account are one: blanks around it are
     * cut by Spring Security, and collations know neither case nor accents.
     */
    private static String key(HttpServletRequest request) {
        @Nullable String given = request.getParameter(UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY);
        String name = (given == null) ? "" : given.trim();
        String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        String bare = Normalizer.normalize(cut, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").strip();
        return request.getRemoteAddr() + " " + bare.toLowerCase(Locale.ROOT);
    }

    /**
     * Wrong passwords for an account so far.
     *
     * @param count how many
     * @param until when the next may be tried
     */
    private record Failures(int count, Instant until) {

        Failures oneMore(AccountProperties.Login properties, Instant now) {
            int over = this.count + 1 - properties.attempts();
            if (over < 0) {
                return new Failures(this.count + 1, this.until);
            }
            Duration wait = properties.pause().multipliedBy(1L << Math.min(over, 20));
            return new Failures(this.count + 1, now.plus((wait.compareTo(LONGEST) > 0) ? LONGEST : wait));
        }

    }

    /**
     * Wrong passwords from an address, of which one is forgotten each pause.
     *
     * @param count how many were left, no more than are needed to make it wait
     * @param since when they were
     */
    private record Crowd(long count, Instant since) {

        Crowd oneMore(AccountProperties.Login properties, Instant now) {
            long left = left(properties, now);
            Instant counted = (left == 0) ? now : this.since.plus(properties.pause().multipliedBy(this.count - left));
            return new Crowd(Math.min(left + 1, properties.addressAttempts()), counted);
        }

        long left(AccountProperties.Login properties, Instant now) {
            return Math.max(0, this.count - Duration.between(this.since, now).dividedBy(properties.pause()));
        }

    }

    /** The ones asked for last. */
    private static final class Recent<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1L;

        Recent() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }

    }

}
