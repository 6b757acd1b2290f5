package monitoring.dashboard.account;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.ProblemAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a program in by its token, for one request; no session is made. A token that is
 * not good is refused, even where a session would do.
 */
class ApiTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;

    private final ProblemAnswer problems;

    ApiTokenFilter(ApiTokens tokens, ProblemAnswer problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /**
     * Whether a request bears a token; no page of somebody else can make a browser do so.
     */
    static boolean bearsToken(HttpServletRequest request) {
        @Nullable String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !bearsToken(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> program;
        try {
            program = this.tokens.signIn(request.getHeader("Authorization").substring(SCHEME.length()).strip());
        }
        catch (DataAccessException ex) {
            this.problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer.");
            return;
        }
        if (program.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            this.problems.write(response, HttpStatus.UNAUTHORIZED, "The token is not good, or no longer.");
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(program.get(), null, program.get().getAuthorities()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

}
