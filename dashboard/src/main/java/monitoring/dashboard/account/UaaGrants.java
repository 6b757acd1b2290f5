package monitoring.dashboard.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * Keeps no access token: what it is good for was done at the sign-in, and an
 * administrator's could change the whole foundation. The session keeps, in memory only,
 * by what the UAA can be asked again.
 */
final class UaaGrants implements OAuth2AuthorizedClientRepository {

    private final UaaProperties properties;

    private final Clock clock;

    UaaGrants(UaaProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration,
            Authentication principal, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal,
            HttpServletRequest request, HttpServletResponse response) {
        Instant now = this.clock.instant();
        OAuth2RefreshToken again = client.getRefreshToken();
        UaaGrant grant = (again != null) ? new UaaGrant(again.getTokenValue(), now, now.plus(this.properties.recheck()))
                : new UaaGrant("", now, end(client.getAccessToken(), now));
        request.getSession().setAttribute(UaaGrant.ATTRIBUTE, grant);
    }

    /**
     * A UAA that gives nothing to ask it by again says itself how long its word is good.
     */
    private Instant end(OAuth2AccessToken token, Instant now) {
        Instant begin = token.getIssuedAt();
        Instant end = token.getExpiresAt();
        return now.plus((begin != null && end != null) ? Duration.between(begin, end) : this.properties.patience());
    }

    @Override
    public void removeAuthorizedClient(String registration, Authentication principal, HttpServletRequest request,
            HttpServletResponse response) {
        // it goes with the session
    }

}
