package monitoring.dashboard.scaling;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How PaaS-TA's user portal may ask for its paths below {@code /v2/paas/app}, which
 * PaaS-TA left open to everybody.
 *
 * @param token what the portal sends as {@code Authorization: Bearer ...}; while empty,
 * nobody may ask
 * @param allowAnonymous whether everybody may ask as before; only for a network that
 * nobody else reaches
 */
@ConfigurationProperties("dashboard.portal")
record PortalProperties(@DefaultValue("") String token, @DefaultValue("false") boolean allowAnonymous) {

    PortalProperties {
        if (!token.isEmpty() && token.length() < 16) {
            throw new IllegalArgumentException(
                    "dashboard.portal.token: " + token.length() + " characters (expected: at least 16)");
        }
    }

    @Override
    public String toString() {
        // never the token
        return this.allowAnonymous ? "portal: everybody" : "portal: with a token";
    }

}
