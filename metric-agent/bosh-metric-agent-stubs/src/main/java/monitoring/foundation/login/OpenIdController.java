package monitoring.foundation.login;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What OpenID Connect has beside tokens: keys, who somebody is, and where all of it is.
 */
@RestController
@RequestMapping("/uaa")
class OpenIdController {

    private final Tokens tokens;

    private final Signer signer;

    OpenIdController(Tokens tokens, Signer signer) {
        this.tokens = tokens;
        this.signer = signer;
    }

    @GetMapping("/token_keys")
    Map<String, Object> keys() {
        return this.signer.keys();
    }

    @GetMapping("/userinfo")
    ResponseEntity<Map<String, Object>> user(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return this.tokens.userOf(authorization)
            .map((user) -> ResponseEntity.ok(Signer.userInformation(user)))
            .orElseGet(() -> ResponseEntity.status(401)
                .body(Map.of("error", "invalid_token", "error_description", "The token is not a user's, or over")));
    }

    @GetMapping("/.well-known/openid-configuration")
    Map<String, Object> configuration(HttpServletRequest request) {
        String base = base(request);
        return Map.of("issuer", issuer(request), "authorization_endpoint", base + "/oauth/authorize", "token_endpoint",
                base + "/oauth/token", "userinfo_endpoint", base + "/userinfo", "jwks_uri", base + "/token_keys",
                "scopes_supported", List.of("openid", "profile"), "response_types_supported", List.of("code"),
                "code_challenge_methods_supported", List.of("S256"), "id_token_signing_alg_values_supported",
                List.of("RS256"), "subject_types_supported", List.of("public"));
    }

    /** As the UAA names itself in its tokens. */
    static String issuer(HttpServletRequest request) {
        return base(request) + "/oauth/token";
    }

    private static String base(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
    }

}
