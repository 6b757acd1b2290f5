package monitoring.dashboard.account;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** A UAA and a CF API that can be made to misbehave. */
final class PlayedUaa implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** What it tells of a user. */
    record User(String name, String id, Set<String> scopes, List<String> organizations) {

        static final User ADMIN = new User("kim", "id-kim", Set.of("openid", "cloud_controller.admin"), List.of());

        static final User DEVELOPER = new User("lee", "id-lee", Set.of("openid", "cloud_controller.read"),
                List.of("commerce", "finance"));

    }

    private record Open(User user, MultiValueMap<String, String> asked) {
    }

    private final HttpServer server;

    private final RSAKey key;

    private final Map<String, Open> codes = new ConcurrentHashMap<>();

    private final Map<String, User> tokens = new ConcurrentHashMap<>();

    private final Map<String, User> refreshTokens = new ConcurrentHashMap<>();

    /** Users who are another way by now than when they signed in. */
    final Map<String, User> changed = new ConcurrentHashMap<>();

    /** Ids of users who are not let in any more. */
    final Set<String> gone = ConcurrentHashMap.newKeySet();

    /** Forms that came to the token endpoint. */
    final List<String> forms = new ArrayList<>();

    /** What is wrong with it; empty for nothing. */
    String fault = "";

    PlayedUaa() {
        try {
            this.key = new RSAKeyGenerator(2048).keyID("played").generate();
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        }
        catch (IOException | JOSEException ex) {
            throw new IllegalStateException(ex);
        }
        this.server.createContext("/info", (exchange) -> answer(exchange, 200, Map.of("zone_name", "uaa")));
        this.server.createContext("/token_keys",
                (exchange) -> answer(exchange, 200, Map.of("keys", List.of(this.key.toPublicJWK().toJSONObject()))));
        this.server.createContext("/oauth/token", this::token);
        this.server.createContext("/v3/organizations", this::organizations);
        this.server.start();
    }

    /** Makes it the one that a dashboard asks. */
    void addTo(DynamicPropertyRegistry registry) {
        registry.add("dashboard.uaa.url", this::url);
        registry.add("dashboard.uaa.cf-api-url", this::url);
    }

    /** Behaves again, and as if nothing had been. */
    void forget() {
        this.fault = "";
        this.gone.clear();
        this.changed.clear();
        this.forms.clear();
    }

    String url() {
        return "http://127.0.0.1:" + this.server.getAddress().getPort();
    }

    /** Signs a user in on its page; where the browser is sent back to. */
    String signIn(String authorizeUrl, User user) {
        MultiValueMap<String, String> asked = UriComponentsBuilder.fromUriString(authorizeUrl).build().getQueryParams();
        String code = "code-" + this.codes.size() + "-" + user.name();
        this.codes.put(code, new Open(user, asked));
        return "/login/oauth2/code/uaa?code=" + code + "&state=" + asked.getFirst("state");
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        this.forms.add(form);
        MultiValueMap<String, String> sent = UriComponentsBuilder.fromUriString("/?" + form).build().getQueryParams();
        Open open = this.codes.remove(String.valueOf(sent.getFirst("code")));
        if (this.fault.equals("silent")) {
            exchange.close();
        }
        else if (this.fault.equals("client")) {
            answer(exchange, 401, Map.of("error", "unauthorized", "error_description", "Bad credentials"));
        }
        else if (this.fault.equals("html")) {
            answer(exchange, 200, "<html>maintenance</html>");
        }
        else if ("refresh_token".equals(sent.getFirst("grant_type"))) {
            refresh(exchange, String.valueOf(sent.getFirst("refresh_token")));
        }
        else if (open == null
                || !hash(sent.getFirst("code_verifier")).equals(open.asked().getFirst("code_challenge"))) {
            answer(exchange, 400, Map.of("error", "invalid_grant", "error_description", "Invalid authorization code"));
        }
        else {
            Map<String, Object> told = tokens(open.user());
            told.put("id_token", idToken(open));
            if (this.fault.equals("once")) {
                told.remove("refresh_token");
            }
            answer(exchange, 200, told);
        }
    }

    private void refresh(HttpExchange exchange, String token) throws IOException {
        User user = this.refreshTokens.remove(token);
        if (user == null || this.gone.contains(user.id())) {
            answer(exchange, 401, Map.of("error", "invalid_token", "error_description", "The token is over"));
            return;
        }
        answer(exchange, 200, tokens(this.changed.getOrDefault(user.id(), user)));
    }

    /** Each refresh token is good once. */
    private Map<String, Object> tokens(User user) {
        String token = "token-" + this.refreshTokens.size() + "-of-" + user.name();
        String again = UUID.randomUUID().toString();
        this.tokens.put("Bearer " + token, user);
        this.refreshTokens.put(again, user);
        return new HashMap<>(Map.of("access_token", token, "token_type", "bearer", "expires_in", 600, "scope",
                String.join(" ", user.scopes()), "refresh_token", again));
    }

    private String idToken(Open open) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        String nonce = this.fault.equals("nonce") ? "other" : open.asked().getFirst("nonce");
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(url() + "/oauth/token")
            .subject(open.user().id())
            .audience(open.asked().getFirst("client_id"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(600)))
            .claim("user_name", open.user().name())
            .claim("nonce", nonce)
            .build();
        try {
            SignedJWT signed = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("played").build(), claims);
            signed.sign(new RSASSASigner(
                    this.fault.equals("signature") ? new RSAKeyGenerator(2048).keyID("played").generate() : this.key));
            return signed.serialize();
        }
        catch (JOSEException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private void organizations(HttpExchange exchange) throws IOException {
        User user = this.tokens.get(exchange.getRequestHeaders().getFirst("Authorization"));
        if (this.fault.equals("cf") || user == null) {
            answer(exchange, 500, Map.of("errors", List.of()));
            return;
        }
        boolean second = exchange.getRequestURI().getQuery().contains("page=2");
        List<String> part = user.organizations()
            .subList(second ? 1 : 0, second ? user.organizations().size() : Math.min(1, user.organizations().size()));
        Map<String, Object> next = (!second && user.organizations().size() > 1)
                ? Map.of("next", Map.of("href", "http://elsewhere.example/v3/organizations?page=2")) : Map.of();
        answer(exchange, 200, Map.of("pagination", next, "resources",
                part.stream().map((name) -> Map.of("name", name)).collect(Collectors.toList())));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        String text = (body instanceof String page) ? page : JSON.writeValueAsString(body);
        exchange.getResponseHeaders().add("Content-Type", (body instanceof String) ? "text/html" : "application/json");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String hash(String verifier) {
        try {
            return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Override
    public void close() {
        this.server.stop(0);
    }

}
