package monitoring.dashboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.ApiScope;
import monitoring.storage.account.ApiToken;
import monitoring.storage.account.ApiTokenStore;
import monitoring.storage.account.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/**
 * Walks every endpoint of the running program as everybody there is, and compares with
 * the table in endpoints.txt.
 */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:roles;DB_CLOSE_DELAY=-1")
class EndpointRolesTest {

    private static final Logger logger = LoggerFactory.getLogger(EndpointRolesTest.class);

    /**
     * Who may, by what the table says of an endpoint; a token opens nothing but the REST
     * API.
     */
    private static final Map<String, Set<Actor>> MAY = Map
        .of("everybody", EnumSet.allOf(Actor.class), "link", EnumSet.allOf(Actor.class), "keeper",
                EnumSet.of(Actor.VIEWER, Actor.OPERATOR, Actor.ADMINISTRATOR, Actor.OPERATE_TOKEN,
                        Actor.ADMINISTER_TOKEN),
                "portal", EnumSet.noneOf(Actor.class), "person",
                EnumSet.of(Actor.BOUND_VIEWER, Actor.VIEWER, Actor.OPERATOR, Actor.ADMINISTRATOR), "member",
                EnumSet.complementOf(EnumSet.of(Actor.NOBODY)), "viewer",
                EnumSet.of(Actor.VIEWER, Actor.OPERATOR, Actor.ADMINISTRATOR, Actor.READ_TOKEN, Actor.OPERATE_TOKEN,
                        Actor.ADMINISTER_TOKEN),
                "operator",
                EnumSet.of(Actor.OPERATOR, Actor.ADMINISTRATOR, Actor.OPERATE_TOKEN, Actor.ADMINISTER_TOKEN),
                "administrator", EnumSet.of(Actor.ADMINISTRATOR, Actor.ADMINISTER_TOKEN));

    private static final Set<String> OPEN = Set.of("everybody", "link");

    private final MockMvc mvc;

    private final RequestMappingHandlerMapping mapping;

    private final AccountStore accounts;

    private final UserDetailsService users;

    private final ApiTokenStore tokens;

    private final Map<Actor, String> texts = new EnumMap<>(Actor.class);

    @Autowired
    EndpointRolesTest(WebApplicationContext context, RequestMappingHandlerMapping requestMappingHandlerMapping,
            AccountStore accounts, UserDetailsService users, ApiTokenStore tokens) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        this.mapping = requestMappingHandlerMapping;
        this.accounts = accounts;
        this.users = users;
        this.tokens = tokens;
    }

    @BeforeEach
    void makeAccounts() {
        for (Actor actor : Actor.values()) {
            if (actor != Actor.NOBODY) {
                this.accounts.save(new Account(actor.name(), "{noop}unused", actor.role, actor.organizations,
                        Locale.ENGLISH, ZoneOffset.UTC, true));
                token(actor);
            }
        }
    }

    private void token(Actor actor) {
        if (actor.scope != null) {
            String id = "%016x".formatted(actor.ordinal());
            String text = "pm_" + id + "_secret";
            Instant now = Instant.parse("2026-01-01T00:00:00Z");
            this.tokens.append(new ApiToken(id, actor.name(), "test", sha256(text), actor.scope, now,
                    Instant.parse("2999-01-01T00:00:00Z"), null));
            this.texts.put(actor, text);
        }
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

    @Test
    void knowsEveryEndpoint() {
        assertThat(Endpoints.running(this.mapping).keySet())
            .as("the running program's endpoints, and those declared in endpoints.txt")
            .isEqualTo(Endpoints.declared().keySet());
    }

    @Test
    void letsEverybodyDoWhatTheyMayAndNothingElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        StringBuilder covered = new StringBuilder();
        for (Map.Entry<String, String> endpoint : Endpoints.declared().entrySet()) {
            Set<Actor> may = MAY.get(endpoint.getValue());
            assertThat(may).as(endpoint + " (expected: one of " + MAY.keySet() + ")").isNotNull();
            covered.append("\n%-60s".formatted(endpoint.getKey()));
            for (Actor actor : Actor.values()) {
                MockHttpServletResponse answer = this.mvc.perform(of(endpoint.getKey()).with(csrf()).with(as(actor)))
                    .andReturn()
                    .getResponse();
                boolean in = isLetIn(answer);
                covered.append(" %s=%s".formatted(actor, in ? "in" : answer.getStatus()));
                boolean should = may.contains(actor) && (actor.scope == null || OPEN.contains(endpoint.getValue())
                        || endpoint.getKey().contains(" /api/v1/"));
                if (in != should) {
                    wrong.add(endpoint + (in ? " lets in " : " refuses ") + actor + ": " + answer.getStatus());
                }
            }
        }
        logger.info("{} endpoints for {} actors:{}", Endpoints.declared().size(), Actor.values().length, covered);
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesChangesWithoutATokenAgainstForgedRequests() throws Exception {
        for (Map.Entry<String, String> endpoint : Endpoints.declared().entrySet()) {
            if (!endpoint.getKey().startsWith("GET ") && !Set.of("portal", "link").contains(endpoint.getValue())) {
                assertThat(this.mvc.perform(of(endpoint.getKey()).with(as(Actor.ADMINISTRATOR)))
                    .andReturn()
                    .getResponse()
                    .getStatus()).as(endpoint.getKey()).isEqualTo(403);
            }
        }
    }

    /** Nobody is sent to the page to sign in; everybody else is refused. */
    private static boolean isLetIn(MockHttpServletResponse answer) {
        return answer.getStatus() != 401 && answer.getStatus() != 403
                && !String.valueOf(answer.getRedirectedUrl()).endsWith("/login");
    }

    private RequestPostProcessor as(Actor actor) {
        if (actor == Actor.NOBODY) {
            return (request) -> request;
        }
        if (actor.scope != null) {
            return (request) -> {
                request.addHeader("Authorization", "Bearer " + this.texts.get(actor));
                return request;
            };
        }
        return user(this.users.loadUserByUsername(actor.name()));
    }

    private static MockHttpServletRequestBuilder of(String endpoint) {
        String[] parts = endpoint.split(" ");
        return request(HttpMethod.valueOf(parts[0]), parts[1].replaceAll("\\{[^}]*}", "1")).header("Accept",
                "text/html");
    }

    /** Everybody there is. */
    private enum Actor {

        NOBODY(Role.VIEWER, Set.of()), BOUND_VIEWER(Role.VIEWER, Set.of("finance")), VIEWER(Role.VIEWER, Set.of()),
        OPERATOR(Role.OPERATOR, Set.of()), ADMINISTRATOR(Role.ADMINISTRATOR, Set.of()),
        READ_TOKEN(Role.ADMINISTRATOR, ApiScope.READ), OPERATE_TOKEN(Role.ADMINISTRATOR, ApiScope.OPERATE),
        ADMINISTER_TOKEN(Role.ADMINISTRATOR, ApiScope.ADMINISTER);

        private final Role role;

        private final Set<String> organizations;

        private final @Nullable ApiScope scope;

        Actor(Role role, Set<String> organizations) {
            this.role = role;
            this.organizations = organizations;
            this.scope = null;
        }

        Actor(Role role, ApiScope scope) {
            this.role = role;
            this.organizations = Set.of();
            this.scope = scope;
        }

    }

}
