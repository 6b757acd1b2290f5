package monitoring.foundation.login;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The UAA's token endpoint, for a password, a client's secret, a refresh token or the
 * code of somebody who signed in.
 */
@RestController
@RequestMapping("/uaa")
class TokenController {

    private final Tokens tokens;

    private final Codes codes;

    private final Signer signer;

    private final SimulatedUsers users;

    /** What was granted to people, by the token that renews it. */
    private final Map<String, Codes.Code> renewable = new ConcurrentHashMap<>();

    TokenController(Tokens tokens, Codes codes, Signer signer, SimulatedUsers users) {
        this.tokens = tokens;
        this.codes = codes;
        this.signer = signer;
        this.users = users;
    }

    @GetMapping("/info")
    Map<String, Object> info() {
        return Map.of("app", Map.of("version", "77.20.0"), "zone_name", "uaa");
    }

    @PostMapping("/oauth/token")
    ResponseEntity<Map<String, Object>> token(@RequestParam Map<String, String> form,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request) {
        String grant = form.getOrDefault("grant_type", "");
        return switch (grant) {
            // the client cf has an empty secret, so only the user's password counts
            case "password" -> answer(form.containsKey("username") && this.tokens.isPassword(form.get("password")));
            case "client_credentials" ->
                answer(this.tokens.isPassword(form.getOrDefault("client_secret", Tokens.passwordOf(authorization))));
            case "refresh_token" -> renew(form, authorization, OpenIdController.issuer(request));
            case "authorization_code" -> code(form, authorization, OpenIdController.issuer(request));
            default -> ResponseEntity.badRequest()
                .body(Map.of("error", "unsupported_grant_type", "error_description",
                        "Unsupported grant type: " + grant));
        };
    }

    private ResponseEntity<Map<String, Object>> answer(boolean known) {
        if (!known) {
            return refuse(401, "unauthorized", "Bad credentials");
        }
        return ResponseEntity.ok(answer(this.tokens.issue(), "bosh.read cloud_controller.admin"));
    }

    private ResponseEntity<Map<String, Object>> code(Map<String, String> form, @Nullable String authorization,
            String issuer) {
        if (!this.tokens.isPassword(Tokens.passwordOf(authorization))) {
            return refuse(401, "unauthorized", "Bad credentials");
        }
        return this.codes.redeem(form, Tokens.nameOf(authorization))
            .map((code) -> ResponseEntity.ok(granted(code, issuer, UUID.randomUUID().toString())))
            .orElseGet(() -> refuse(400, "invalid_grant", "Invalid authorization code: " + form.get("code")));
    }

    /**
     * Who was deactivated, or lost a group for which they were granted a scope, gets no
     * new token, as at the UAA.
     */
    private ResponseEntity<Map<String, Object>> renew(Map<String, String> form, @Nullable String authorization,
            String issuer) {
        String token = form.getOrDefault("refresh_token", "");
        Codes.Code code = this.renewable.get(token);
        if (code == null) {
            return answer(this.tokens.letsIn("bearer " + token));
        }
        if (!this.tokens.isPassword(Tokens.passwordOf(authorization))
                || !code.request().clientId().equals(Tokens.nameOf(authorization))) {
            return refuse(401, "unauthorized", "Bad credentials");
        }
        if (!this.users.still(code.user().name(), code.scopes())) {
            this.renewable.remove(token);
            return refuse(401, "invalid_token", "Some required \"user authorities\" are missing");
        }
        return ResponseEntity.ok(granted(code, issuer, token));
    }

    private Map<String, Object> granted(Codes.Code code, String issuer, String renewal) {
        String token = this.signer.accessToken(issuer, code);
        this.tokens.remember(token, code.user());
        Map<String, Object> answer = answer(token, String.join(" ", code.scopes()));
        if (code.scopes().contains("openid")) {
            answer.put("id_token", this.signer.idToken(issuer, code));
        }
        this.renewable.put(renewal, code);
        answer.put("refresh_token", renewal);
        return answer;
    }

    private Map<String, Object> answer(String token, String scope) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token);
        answer.put("token_type", "bearer");
        answer.put("refresh_token", token);
        answer.put("expires_in", this.tokens.lifetimeSeconds());
        answer.put("scope", scope);
        answer.put("jti", UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.US_ASCII)).toString());
        return answer;
    }

    private static ResponseEntity<Map<String, Object>> refuse(int status, String error, String words) {
        return ResponseEntity.status(status).body(Map.of("error", error, "error_description", words));
    }

}
