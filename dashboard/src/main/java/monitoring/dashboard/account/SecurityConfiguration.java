package monitoring.dashboard.account;

import java.time.Clock;

import jakarta.servlet.DispatcherType;
import monitoring.dashboard.web.StoreWatch;
import monitoring.storage.account.AccountStore;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Who may ask for what. What is not listed here needs an administrator to change it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
            "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
            "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'");

    /**
     * What those may look at, too, who are bound to organizations; each of these shows
     * them their apps only.
     */
    private static final String[] OF_APPS = { "/", "/account", "/account/api", "/inventory/apps/**", "/metric/app/**",
            "/alarm", "/alarm/badge", "/alarm/services", "/alarm/export", "/alarm/{id:\\d+}", "/log", "/log/panel",
            "/log/export", "/log/{id}" };

    /**
     * Sign-ins are counted. What each of two dozen filters takes, and who may ask for
     * what, is observed by nobody and would take as long again as the filters do.
     */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.withDefaults()
            .shouldObserveRequests(false)
            .shouldObserveAuthorizations(false)
            .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    LoginThrottle loginThrottle(AccountProperties properties, Clock clock) {
        return new LoginThrottle(properties.login(), clock);
    }

    @Bean
    FreshAccountFilter freshAccountFilter(AccountStore accounts, StoreWatch stores, Clock clock) {
        return new FreshAccountFilter(accounts, stores, clock);
    }

    /** Within the security chain only, not once more for every request. */
    @Bean
    FilterRegistrationBean<LoginThrottle> loginThrottleRegistration(LoginThrottle filter) {
        FilterRegistrationBean<LoginThrottle> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<FreshAccountFilter> freshAccountRegistration(FreshAccountFilter filter) {
        FilterRegistrationBean<FreshAccountFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry of sessions that ended. */
    @Bean
    HttpSessionEventPublisher httpSessionEventPublisher() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http, LoginThrottle throttle, FreshAccountFilter fresh,
            SessionRegistry sessions, UaaSecurityConfiguration uaa) {
        http.authorizeHttpRequests(SecurityConfiguration::rules);
        http.formLogin((login) -> login.loginPage("/login")
            .permitAll()
            .successHandler(success(throttle))
            .failureHandler(failure(throttle)));
        uaa.join(http, onward());
        http.logout((logout) -> logout.logoutSuccessHandler(uaa.signOut()).deleteCookies("MONITORING").permitAll());
        http.exceptionHandling((problems) -> problems
            .defaultAuthenticationEntryPointFor((request, response, problem) -> SessionEnd.reload(response),
                    SessionEnd.BACKGROUND)
            .defaultAuthenticationEntryPointFor(SessionEnd.toTheDoor(), (request) -> true));
        http.requestCache((cache) -> cache.requestCache(pagesOnly()));
        http.sessionManagement((session) -> session.maximumSessions(-1)
            .sessionRegistry(sessions)
            .expiredSessionStrategy(SessionEnd.elsewhere()));
        http.headers((headers) -> headers(headers, uaa.formTargets()));
        http.csrf(Customizer.withDefaults());
        http.addFilterBefore(throttle, UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(fresh, AuthorizationFilter.class);
        return http.build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll();
        rules
            .requestMatchers("/login", "/login/uaa", "/error", "/assets/**", "/webjars/**", "/favicon.ico",
                    "/actuator/health/**", "/actuator/health")
            .permitAll();
        rules.requestMatchers("/account/users/**", "/account/audit/**").hasRole("ADMINISTRATOR");
        rules.requestMatchers(HttpMethod.GET, "/log/audit/**", "/log/dead-letters/**").hasRole("VIEWER");
        rules.requestMatchers(HttpMethod.HEAD, "/log/audit/**", "/log/dead-letters/**").hasRole("VIEWER");
        rules.requestMatchers(HttpMethod.GET, OF_APPS).hasRole("MEMBER");
        rules.requestMatchers(HttpMethod.HEAD, OF_APPS).hasRole("MEMBER");
        rules.requestMatchers(HttpMethod.GET, "/**").hasRole("VIEWER");
        rules.requestMatchers(HttpMethod.HEAD, "/**").hasRole("VIEWER");
        rules.requestMatchers("/account/filters", "/account/filters/*/delete").hasRole("VIEWER");
        rules
            .requestMatchers("/account/preferences", "/account/language", "/account/password", "/account/tokens/**",
                    "/account/sessions/**", "/logout")
            .hasRole("MEMBER");
        rules
            .requestMatchers("/alarm/**", "/incident/**", "/notification/silences/**", "/log/dead-letters/**",
                    "/policy/apps/**")
            .hasRole("OPERATOR");
        rules.anyRequest().hasRole("ADMINISTRATOR");
    }

    static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers(headers, "");
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, String formTargets) {
        headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY + formTargets));
        headers.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader((policy) -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }

    private static AuthenticationSuccessHandler success(LoginThrottle throttle) {
        AuthenticationSuccessHandler onward = onward();
        return (request, response, authentication) -> {
            throttle.succeeded(request);
            onward.onAuthenticationSuccess(request, response, authentication);
        };
    }

    /** Back to the page that was asked for. */
    private static AuthenticationSuccessHandler onward() {
        SavedRequestAwareAuthenticationSuccessHandler onward = new SavedRequestAwareAuthenticationSuccessHandler();
        onward.setDefaultTargetUrl("/");
        return (request, response, authentication) -> {
            SessionEnd.undo(request);
            onward.onAuthenticationSuccess(request, response, authentication);
        };
    }

    private static AuthenticationFailureHandler failure(LoginThrottle throttle) {
        return (request, response, problem) -> {
            if (problem instanceof InternalAuthenticationServiceException) {
                response.sendRedirect("/login?away");
                return;
            }
            throttle.failed(request);
            response.sendRedirect("/login?error");
        };
    }

    /**
     * Only a page is worth going back to after signing in, not what a page asked for in
     * the background.
     */
    private static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher((request) -> "GET".equals(request.getMethod()) && SessionEnd.isShown(request));
        return cache;
    }

}
