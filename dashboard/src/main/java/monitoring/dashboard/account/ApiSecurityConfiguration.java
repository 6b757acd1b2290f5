package monitoring.dashboard.account;

import jakarta.servlet.http.HttpServletRequest;
import monitoring.dashboard.web.ProblemAnswer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * Who may ask the REST API for what: programs by a token, pages by their session, and
 * then with a token against forged requests. What is not listed here needs an
 * administrator to change it.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    /** What those may read, too, who are bound to organizations: their apps only. */
    private static final String[] OF_APPS = { "/api/v1/openapi", "/api/v1/openapi.yaml", "/api/v1/account",
            "/api/v1/account/preferences", "/api/v1/tokens", "/api/v1/sessions", "/api/v1/apps/**",
            "/api/v1/metrics/apps/**", "/api/v1/alarms", "/api/v1/alarms/{id}", "/api/v1/alarms/{id}/actions/**",
            "/api/v1/logs/**" };

    /** What is of the platform, although its address begins as that of an app's lines. */
    private static final String[] OF_THE_PLATFORM = { "/api/v1/logs/audit", "/api/v1/logs/dead-letters" };

    /** What operators do. */
    private static final String[] OF_OPERATORS = { "/api/v1/alarms/**", "/api/v1/incidents/**", "/api/v1/silences/**",
            "/api/v1/logs/dead-letters/**", "/api/v1/policies/apps/**" };

    private final UaaRecheckFilter recheck;

    ApiSecurityConfiguration(UaaRecheckFilter recheck) {
        this.recheck = recheck;
    }

    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, FreshAccountFilter fresh, SessionRegistry sessions,
            ProblemAnswer problems) {
        http.securityMatcher("/api/v1/**");
        http.authorizeHttpRequests(ApiSecurityConfiguration::rules);
        http.csrf((csrf) -> csrf.ignoringRequestMatchers(ApiTokenFilter::bearsToken));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.exceptionHandling((handling) -> handling.accessDeniedHandler(refusal(problems))
            .authenticationEntryPoint((request, response, problem) -> {
                response.setHeader("WWW-Authenticate", "Bearer");
                problems.write(response, HttpStatus.UNAUTHORIZED,
                        "Nobody is signed in (expected: Authorization: Bearer with a token, or a session).");
            }));
        http.sessionManagement((session) -> session.maximumSessions(-1)
            .sessionRegistry(sessions)
            .expiredSessionStrategy((event) -> problems.write(event.getResponse(), HttpStatus.UNAUTHORIZED,
                    "The session was ended (expected: a new one).")));
        http.headers(SecurityConfiguration::headers);
        http.addFilterBefore(new ApiTokenFilter(tokens, problems), CsrfFilter.class);
        http.addFilterBefore(this.recheck, AuthorizationFilter.class);
        http.addFilterBefore(fresh, AuthorizationFilter.class);
        return http.build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers("/api/v1/accounts/**", "/api/v1/audit/**").hasRole("ADMINISTRATOR");
        rules.requestMatchers(HttpMethod.GET, OF_THE_PLATFORM).hasRole("VIEWER");
        rules.requestMatchers(HttpMethod.HEAD, OF_THE_PLATFORM).hasRole("VIEWER");
        rules.requestMatchers(HttpMethod.GET, OF_APPS).hasRole("MEMBER");
        rules.requestMatchers(HttpMethod.HEAD, OF_APPS).hasRole("MEMBER");
        rules.requestMatchers("/api/v1/tokens/**", "/api/v1/sessions/**", "/api/v1/account/**").hasRole("SESSION");
        rules.requestMatchers(HttpMethod.GET, "/**").hasRole("VIEWER");
        rules.requestMatchers(HttpMethod.HEAD, "/**").hasRole("VIEWER");
        rules.requestMatchers("/api/v1/filters/**")
            .access(AuthorizationManagers.allOf(AuthorityAuthorizationManager.hasRole("VIEWER"),
                    AuthorityAuthorizationManager.hasAnyRole("SESSION", "OPERATOR")));
        rules.requestMatchers(OF_OPERATORS).hasRole("OPERATOR");
        rules.anyRequest().hasRole("ADMINISTRATOR");
    }

    private static AccessDeniedHandler refusal(ProblemAnswer problems) {
        return (request, response, problem) -> problems.write(response, HttpStatus.FORBIDDEN, words(request));
    }

    private static String words(HttpServletRequest request) {
        return request.getMethod() + " " + request.getServletPath()
                + ": not allowed (expected: a role and scope that may, and a CSRF token where a session is used)";
    }

}
