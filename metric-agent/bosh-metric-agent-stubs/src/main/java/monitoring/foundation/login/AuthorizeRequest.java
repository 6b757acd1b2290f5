package monitoring.foundation.login;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an application asks for when it sends a browser to sign in.
 *
 * @param clientId of the application
 * @param redirectUri where the browser is sent back to
 * @param scopes that it wants, at least {@code openid}
 * @param state that it wants back
 * @param nonce that it wants in the ID token
 * @param challenge of PKCE, by S256; empty for none
 */
record AuthorizeRequest(String clientId, String redirectUri, List<String> scopes, String state, String nonce,
        String challenge) {

    /** Where browsers may be sent back to: nothing here is real, and all of it local. */
    private static final String REGISTERED = "https?://(127\\.0\\.0\\.1|localhost)(:\\d+)?/login/oauth2/code/[a-z]+";

    /** The parameters that the page to sign in passes on. */
    static final List<String> PARAMETERS = List.of("response_type", "client_id", "redirect_uri", "scope", "state",
            "nonce", "code_challenge", "code_challenge_method");

    /**
     * Reads the parameters.
     * @throws IllegalArgumentException if one cannot be
     */
    static AuthorizeRequest of(Map<String, String> parameters) {
        String client = parameters.getOrDefault("client_id", "");
        String redirect = parameters.getOrDefault("redirect_uri", "");
        String method = parameters.getOrDefault("code_challenge_method", "S256");
        require(!client.isBlank(), "client_id", client, "the id of a client");
        require(redirect.matches(REGISTERED), "redirect_uri", redirect,
                "http://127.0.0.1:<port>/login/oauth2/code/<name>");
        require("code".equals(parameters.get("response_type")), "response_type",
                parameters.getOrDefault("response_type", ""), "code");
        require("S256".equals(method), "code_challenge_method", method, "S256");
        return new AuthorizeRequest(client, redirect,
                Stream.of(parameters.getOrDefault("scope", "").split("\\s+")).filter((one) -> !one.isEmpty()).toList(),
                parameters.getOrDefault("state", ""), parameters.getOrDefault("nonce", ""),
                parameters.getOrDefault("code_challenge", ""));
    }

    private static void require(boolean holds, String name, String value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
        }
    }

}
