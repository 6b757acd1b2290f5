package monitoring.dashboard;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.ApiScope;
import monitoring.storage.account.ApiToken;
import monitoring.storage.account.ApiTokenStore;
import monitoring.storage.account.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/** A program that asks the REST API with a token of an account of its own. */
final class Program {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc mvc;

    private final String token;

    private Program(MockMvc mvc, String token) {
        this.mvc = mvc;
        this.token = token;
    }

    /** One whose account has a role; of organizations only, or of everything. */
    static Program as(Role role, WebApplicationContext context, String... organizations) {
        String name = "program-" + role.name().toLowerCase(Locale.ROOT) + String.join("-", organizations);
        context.getBean(AccountStore.class)
            .save(new Account(name, "{noop}unused", role, Set.of(organizations), Locale.ENGLISH, ZoneOffset.UTC, true));
        String id = "%016x".formatted(name.hashCode());
        String text = "pm_" + id + "_secret";
        ApiTokenStore tokens = context.getBean(ApiTokenStore.class);
        if (tokens.find(id).isEmpty()) {
            tokens.append(new ApiToken(id, name, "test", sha256(text), ApiScope.ADMINISTER,
                    Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2999-01-01T00:00:00Z"), null));
        }
        return new Program(MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build(), text);
    }

    MockHttpServletResponse get(String path) throws Exception {
        return send("GET", path, null, null);
    }

    JsonNode read(String path) throws Exception {
        return json(get(path), 200);
    }

    MockHttpServletResponse post(String path, String body) throws Exception {
        return send("POST", path, body, null);
    }

    /** Changes a thing, saying that it is the version that is read just now. */
    MockHttpServletResponse put(String path, String body) throws Exception {
        return send("PUT", path, body, get(path).getHeader("ETag"));
    }

    MockHttpServletResponse delete(String path) throws Exception {
        return send("DELETE", path, null, get(path).getHeader("ETag"));
    }

    MockHttpServletResponse send(String method, String path, @Nullable String body, @Nullable String version)
            throws Exception {
        var request = request(HttpMethod.valueOf(method), URI.create(path)).header("Authorization",
                "Bearer " + this.token);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        if (version != null) {
            request.header("If-Match", version);
        }
        return this.mvc.perform(request).andReturn().getResponse();
    }

    /** What was answered, with a status. */
    static JsonNode json(MockHttpServletResponse answer, int status) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return JSON.readTree(answer.getContentAsString());
    }

    /** The words of a problem, with a status. */
    static String problem(MockHttpServletResponse answer, int status) throws Exception {
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        return json(answer, status).get("detail").asString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
