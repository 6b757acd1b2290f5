package monitoring.foundation;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import monitoring.foundation.PortProperties.Service;
import monitoring.foundation.login.SimulatedUser;
import monitoring.foundation.login.Tokens;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hands a request to the service that listens on the port it came to, if the service lets
 * the caller in.
 */
final class ServiceFilter extends OncePerRequestFilter {

    private final PortProperties ports;

    private final Tokens tokens;

    ServiceFilter(PortProperties ports, Tokens tokens) {
        this.ports = ports;
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Service service = this.ports.service(request.getLocalPort());
        String path = request.getRequestURI();
        if (!isOpen(service, path, request.getHeader(HttpHeaders.AUTHORIZATION))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            if (service == Service.DIRECTOR) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"BOSH Director\"");
            }
            response.setContentType("application/json");
            response.getWriter().write(refusal(service));
            return;
        }
        this.tokens.userOf(request.getHeader(HttpHeaders.AUTHORIZATION))
            .ifPresent((user) -> request.setAttribute(SimulatedUser.class.getName(), user));
        request.getRequestDispatcher(service.path() + path).forward(request, response);
    }

    private boolean isOpen(Service service, String path, @Nullable String authorization) {
        return switch (service) {
            case DIRECTOR -> path.equals("/info") || this.tokens.letsInAlsoByPassword(authorization);
            case CLOUD_CONTROLLER -> path.equals("/") || path.startsWith("/reps/") || this.tokens.letsIn(authorization);
            case UAA, AUTOSCALE -> true;
        };
    }

    private static String refusal(Service service) {
        return (service == Service.DIRECTOR) ? "{\"code\":600000,\"description\":\"Require authentication\"}"
                : "{\"errors\":[{\"code\":1000,\"title\":\"CF-InvalidAuthToken\",\"detail\":\"Invalid Auth Token\"}]}";
    }

}
