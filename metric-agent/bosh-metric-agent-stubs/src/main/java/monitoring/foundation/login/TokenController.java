package monitoring.foundation.login;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The UAA's token endpoint, for a password, a client's secret or a refresh token. */
@RestController
@RequestMapping("/uaa")
class TokenController {

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/info")
    Map<String, Object> info() {
        return Map.of("app", Map.of("version", "77.20.0"), "zone_name", "uaa");
    }

    @PostMapping("/oauth/token")
    ResponseEntity<Map<String, Object>> token(@RequestParam Map<String, String> form,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        String grant = form.getOrDefault("grant_type", "");
        return switch (grant) {
            // the client cf has an empty secret, so only the user's password counts
            case "password" -> answer(form.containsKey("username") && this.tokens.isPassword(form.get("password")));
            case "client_credentials" ->
                answer(this.tokens.isPassword(form.getOrDefault("client_secret", Tokens.passwordOf(authorization))));
            case "refresh_token" -> answer(this.tokens.letsIn("bearer " + form.get("refresh_token")));
            default -> ResponseEntity.badRequest()
                .body(Map.of("error", "unsupported_grant_type", "error_description",
                        "Unsupported grant type: " + grant));
        };
    }

    private ResponseEntity<Map<String, Object>> answer(boolean known) {
        if (!known) {
            return ResponseEntity.status(401)
                .body(Map.of("error", "unauthorized", "error_description", "Bad credentials"));
        }
        String token = this.tokens.issue();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token);
        answer.put("token_type", "bearer");
        answer.put("refresh_token", token);
        answer.put("expires_in", this.tokens.lifetimeSeconds());
        answer.put("scope", "bosh.read cloud_controller.admin");
        answer.put("jti", UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.US_ASCII)).toString());
        return ResponseEntity.ok(answer);
    }

}
