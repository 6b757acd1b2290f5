package monitoring.dashboard.alarm;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * Lets everybody in who has a link of a mail: the link itself is what gives the right.
 * Nothing is kept in a session or a cookie, so there is nothing that a forged request
 * could make use of, and a page that was open overnight still works.
 */
@Configuration(proxyBeanMethods = false)
class LinkSecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'", "style-src 'self'",
            "img-src 'self'", "font-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'");

    @Bean
    @Order(2)
    SecurityFilterChain links(HttpSecurity http) {
        http.securityMatcher(LinkController.PATH + "/**");
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.authorizeHttpRequests((rules) -> rules.requestMatchers(HttpMethod.GET)
            .permitAll()
            .requestMatchers(HttpMethod.HEAD)
            .permitAll()
            .requestMatchers(HttpMethod.POST)
            .permitAll()
            .anyRequest()
            .denyAll());
        http.headers(LinkSecurityConfiguration::headers);
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY));
        headers.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER));
        headers.addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow"));
    }

}
