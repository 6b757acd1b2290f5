package monitoring.dashboard.scaling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * Lets the portal in by its token; without sessions and cookies, and so without tokens
 * against forged requests.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalProperties.class)
class PortalSecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain portal(HttpSecurity http, PortalProperties properties) {
        http.securityMatcher("/v2/paas/app/**");
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.authorizeHttpRequests((rules) -> rules.anyRequest()
            .access((who, context) -> new AuthorizationDecision(mayAsk(context.getRequest(), properties))));
        http.exceptionHandling(
                (problems) -> problems.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)));
        return http.build();
    }

    private static boolean mayAsk(HttpServletRequest request, PortalProperties properties) {
        if (properties.allowAnonymous()) {
            return true;
        }
        String header = String.valueOf(request.getHeader("Authorization"));
        byte[] given = header.getBytes(StandardCharsets.UTF_8);
        byte[] wanted = ("Bearer " + properties.token()).getBytes(StandardCharsets.UTF_8);
        return !properties.token().isEmpty() && MessageDigest.isEqual(given, wanted);
    }

}
