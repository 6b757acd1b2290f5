package monitoring.dashboard.account;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import monitoring.dashboard.account.UaaRefusal.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions of those for whom the UAA does not vouch any more. */
@Component
class UaaRecheckFilter extends OncePerRequestFilter {

    private final UaaRecheck recheck;

    UaaRecheckFilter(UaaRecheck recheck) {
        this.recheck = recheck;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        @Nullable HttpSession session = request.getSession(false);
        if (!SessionEnd.isOver(request) && session != null && authentication != null
                && authentication.getPrincipal() instanceof SignedInAtUaa who
                && session.getAttribute(UaaGrant.ATTRIBUTE) instanceof UaaGrant grant) {
            Optional<Reason> objection = this.recheck.objection(who, grant);
            objection.ifPresent((reason) -> SessionEnd.because("uaa=" + reason.word(), request));
        }
        chain.doFilter(request, response);
    }

}
