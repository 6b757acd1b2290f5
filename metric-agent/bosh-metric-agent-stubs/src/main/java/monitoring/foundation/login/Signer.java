package monitoring.foundation.login;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.springframework.stereotype.Component;

/** Signs what the UAA says of a person, with a key that is made at each start. */
@Component
class Signer {

    private final Clock clock;

    private final Tokens tokens;

    private final RSAKey key;

    Signer(Clock clock, Tokens tokens) {
        this.clock = clock;
        this.tokens = tokens;
        try {
            this.key = new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyID("simulated-" + UUID.randomUUID())
                .generate();
        }
        catch (JOSEException ex) {
            throw new IllegalStateException("RSA: no key could be made (expected: in every JRE)", ex);
        }
    }

    /** As {@code /token_keys} tells it. */
    Map<String, Object> keys() {
        return Map.of("keys", List.of(this.key.toPublicJWK().toJSONObject()));
    }

    String accessToken(String issuer, Codes.Code code) {
        return sign(claims(issuer, code).audience(List.of("cloud_controller", code.request().clientId()))
            .claim("scope", code.scopes())
            .claim("grant_type", "authorization_code")
            .claim("client_id", code.request().clientId())
            .build());
    }

    String idToken(String issuer, Codes.Code code) {
        JWTClaimsSet.Builder claims = claims(issuer, code).audience(code.request().clientId())
            .claim("scope", List.of("openid"))
            .claim("amr", List.of("pwd"))
            .claim("email_verified", true);
        if (!code.request().nonce().isEmpty()) {
            claims.claim("nonce", code.request().nonce());
        }
        return sign(claims.build());
    }

    /** As {@code /userinfo} tells it. */
    static Map<String, Object> userInformation(SimulatedUser user) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("user_id", user.id());
        told.put("sub", user.id());
        told.put("user_name", user.name());
        told.put("given_name", user.name());
        told.put("family_name", "Simulated");
        told.put("email", user.mail());
        told.put("email_verified", true);
        told.put("previous_logon_time", null);
        told.put("name", user.name() + " Simulated");
        return told;
    }

    private JWTClaimsSet.Builder claims(String issuer, Codes.Code code) {
        Instant now = this.clock.instant();
        SimulatedUser user = code.user();
        return new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString())
            .issuer(issuer)
            .subject(user.id())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(this.tokens.lifetimeSeconds())))
            .claim("auth_time", now.getEpochSecond())
            .claim("user_id", user.id())
            .claim("user_name", user.name())
            .claim("email", user.mail())
            .claim("origin", "uaa")
            .claim("zid", "uaa")
            .claim("cid", code.request().clientId())
            .claim("azp", code.request().clientId());
    }

    private String sign(JWTClaimsSet claims) {
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID()).type(JOSEObjectType.JWT).build(),
                claims);
        try {
            signed.sign(new RSASSASigner(this.key));
        }
        catch (JOSEException ex) {
            throw new IllegalStateException("token of " + claims.getSubject() + ": not signed", ex);
        }
        return signed.serialize();
    }

}
