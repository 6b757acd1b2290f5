package monitoring.dashboard.account;

import java.time.Clock;
import java.util.List;

import monitoring.dashboard.account.UaaRefusal.Reason;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Joins the UAA to the ways into the dashboard: authorization code, PKCE, ID token. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UaaProperties.class)
class UaaSecurityConfiguration {

    static final String REGISTRATION = "uaa";

    private static final Logger logger = LoggerFactory.getLogger(UaaSecurityConfiguration.class);

    /** What is wrong with an attempt, not with the UAA. */
    private static final List<String> OF_THE_ATTEMPT = List.of("authorization_request_not_found",
            "invalid_state_parameter", "invalid_redirect_uri_parameter", "invalid_grant", "invalid_nonce",
            "invalid_request");

    private final UaaProperties properties;

    private final Uaa uaa;

    private final UaaUsers users;

    private final UaaRecheckFilter recheck;

    private final Clock clock;

    UaaSecurityConfiguration(UaaProperties properties, Uaa uaa, UaaUsers users, UaaRecheckFilter recheck, Clock clock) {
        this.properties = properties;
        this.uaa = uaa;
        this.users = users;
        this.recheck = recheck;
        this.clock = clock;
    }

    /** Within the security chains only, not once more for every request. */
    @Bean
    FilterRegistrationBean<UaaRecheckFilter> uaaRecheckRegistration() {
        FilterRegistrationBean<UaaRecheckFilter> registration = new FilterRegistrationBean<>(this.recheck);
        registration.setEnabled(false);
        return registration;
    }

    /** The signature of an ID token is checked with keys that come over the same way. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders() {
        return (client) -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(client.getProviderDetails().getJwkSetUri())
                .restOperations(new RestTemplate(this.uaa.requests()))
                .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
                    new OidcIdTokenValidator(client)));
            decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
            return decoder;
        };
    }

    /** Adds the way in, if a UAA is set. */
    void join(HttpSecurity http, AuthenticationSuccessHandler success) {
        if (this.properties.isOn()) {
            http.oauth2Login((login) -> configure(login).successHandler(success).failureHandler(failure()));
            http.addFilterBefore(this.recheck, AuthorizationFilter.class);
        }
    }

    /** Where forms may lead to beside this server: signing out goes on to the UAA. */
    String formTargets() {
        return this.properties.isOn() ? " " + UriComponentsBuilder.fromUriString(this.properties.page(""))
            .replacePath("")
            .replaceQuery("")
            .toUriString() : "";
    }

    /** Signs those out of the UAA, too, who came from there. */
    LogoutSuccessHandler signOut() {
        return (request, response, authentication) -> {
            boolean ofUaa = this.properties.isOn() && authentication != null
                    && authentication.getPrincipal() instanceof SignedIn signedIn && signedIn.account().isOfUaa();
            response.sendRedirect(ofUaa ? goodbye(request) : "/login?out");
        };
    }

    private String goodbye(HttpServletRequest request) {
        String back = ServletUriComponentsBuilder.fromContextPath(request).path("/login").query("out").toUriString();
        return UriComponentsBuilder.fromUriString(this.properties.page("/logout.do"))
            .queryParam("client_id", "{client}")
            .queryParam("redirect", "{back}")
            .encode()
            .buildAndExpand(this.properties.clientId(), back)
            .toUriString();
    }

    private OAuth2LoginConfigurer<HttpSecurity> configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        return login.loginPage("/login")
            .clientRegistrationRepository(new InMemoryClientRegistrationRepository(registration()))
            .authorizedClientRepository(new UaaGrants(this.properties, this.clock))
            .tokenEndpoint((endpoint) -> endpoint.accessTokenResponseClient(tokens()))
            .userInfoEndpoint((endpoint) -> endpoint.oidcUserService(this.users));
    }

    private ClientRegistration registration() {
        return ClientRegistration.withRegistrationId(REGISTRATION)
            .clientId(this.properties.clientId())
            .clientSecret(this.properties.clientSecret())
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
            .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
            .scope(this.properties.scopes())
            .authorizationUri(this.properties.page("/oauth/authorize"))
            .tokenUri(this.properties.at("/oauth/token"))
            .jwkSetUri(this.properties.at("/token_keys"))
            .userNameAttributeName("sub")
            .build();
    }

    private RestClientAuthorizationCodeTokenResponseClient tokens() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
            .requestFactory(this.uaa.requests())
            .configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
                .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
        return client;
    }

    private static AuthenticationFailureHandler failure() {
        return (request, response, problem) -> {
            Reason reason = reason(problem);
            logger.warn("Sign-in by the UAA refused ({}): {}", reason.word(), problem.getMessage());
            response.sendRedirect("/login?uaa=" + reason.word());
        };
    }

    private static Reason reason(AuthenticationException problem) {
        if (problem instanceof UaaRefusal refusal) {
            return refusal.reason();
        }
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceAccessException) {
                return Reason.AWAY;
            }
        }
        String code = (problem instanceof OAuth2AuthenticationException oauth) ? oauth.getError().getErrorCode() : "";
        if ("access_denied".equals(code)) {
            return Reason.CANCELLED;
        }
        return OF_THE_ATTEMPT.contains(code) ? Reason.OVER : Reason.UNCLEAR;
    }

}
