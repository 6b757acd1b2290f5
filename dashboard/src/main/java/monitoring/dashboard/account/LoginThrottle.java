package monitoring.dashboard.account;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down the guessing of passwords: after some wrong ones for an account from an
 * address, the next must wait, each time twice as long. Whether an account exists makes
 * no difference.
 */
class LoginThrottle extends OncePerRequestFilter {

    /** The most pairs of name and address that are remembered. */
    private static final int REMEMBERED = 10_000;

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

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
        if (mustWait(key(request))) {
            response.sendRedirect("/login?wait");
            return;
        }
        chain.doFilter(request, response);
    }

    /** Counts a wrong password. */
    synchronized void failed(HttpServletRequest request) {
        this.failures.merge(key(request), new Failures(1, Instant.MIN), (before, one) -> before.oneMore());
        this.failures.computeIfPresent(key(request), (key, now) -> now.blocked(this.properties, this.clock.instant()));
    }

    /** Forgets the wrong ones. */
    synchronized void succeeded(HttpServletRequest request) {
        this.failures.remove(key(request));
    }

    private synchronized boolean mustWait(String key) {
        @Nullable Failures known = this.failures.get(key);
        return known != null && this.clock.instant().isBefore(known.until());
    }

    private static String key(HttpServletRequest request) {
        @Nullable String name = request.getParameter("username");
        return request.getRemoteAddr() + " " + ((name == null) ? "" : name);
    }

    /**
     * Wrong passwords so far.
     *
     * @param count how many
     * @param until when the next may be tried
     */
    private record Failures(int count, Instant until) {

        Failures oneMore() {
            return new Failures(this.count + 1, this.until);
        }

        Failures blocked(AccountProperties.Login properties, Instant now) {
            int over = this.count - properties.attempts();
            if (over < 0) {
                return this;
            }
            Duration wait = properties.pause().multipliedBy(1L << Math.min(over, 20));
            return new Failures(this.count, now.plus((wait.compareTo(LONGEST) > 0) ? LONGEST : wait));
        }

    }

}
