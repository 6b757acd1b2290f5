package monitoring.dashboard.account;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import monitoring.dashboard.RunningDashboard;
import monitoring.dashboard.account.PlayedUaa.User;
import monitoring.dashboard.account.UaaRecheckTest.HandClock;
import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.ApiScope;
import monitoring.storage.account.AuditEntry;
import monitoring.storage.paging.PageRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static monitoring.dashboard.account.PlayedUaa.User.ADMIN;
import static monitoring.dashboard.account.PlayedUaa.User.DEVELOPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What becomes of the tokens of somebody for whom the UAA does not vouch any more. */
@RunningDashboard
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:uaa-tokens;DB_CLOSE_DELAY=-1",
        "dashboard.uaa.client-secret=secret of the client" })
@Import(UaaRecheckTest.Time.class)
class UaaTokensTest {

    private static final PlayedUaa uaa = new PlayedUaa();

    private final MockMvc mvc;

    private final AccountStore accounts;

    private final ApiTokens tokens;

    private final HandClock clock;

    private MockHttpSession session = new MockHttpSession();

    @Autowired
    UaaTokensTest(WebApplicationContext context, AccountStore accounts, ApiTokens tokens, HandClock clock) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        registry.add("dashboard.uaa.url", uaa::url);
        registry.add("dashboard.uaa.cf-api-url", uaa::url);
    }

    @BeforeEach
    void forget() {
        uaa.fault = "";
        uaa.gone.clear();
        uaa.changed.clear();
        uaa.forms.clear();
    }

    @AfterAll
    static void stop() {
        uaa.close();
    }

    @Test
    void endsTheTokensOfWhomItRefusesUntilItVouchesAgain() throws Exception {
        signIn(ADMIN);
        String token = token("kim");
        assertThat(byToken(token)).isEqualTo(200);
        uaa.gone.add("id-kim");
        assertThat(byToken(token)).as("nobody asked yet").isEqualTo(200);
        this.clock.forward(Duration.ofMinutes(5));
        ask("/overview");
        assertThat(byToken(token)).isEqualTo(401);
        assertThat(this.accounts.audit(new PageRequest(0, 2)).items()).extracting(AuditEntry::action)
            .containsExactly("session.end", "token.suspend");
        uaa.gone.clear();
        signIn(ADMIN);
        assertThat(byToken(token)).isEqualTo(200);
    }

    @Test
    void endsTheTokensOfWhomItLetsSeeNothing() throws Exception {
        signIn(DEVELOPER);
        String token = token("lee");
        signIn(ADMIN);
        String other = token("kim");
        this.session = new MockHttpSession();
        String begin = String.valueOf(ask("/oauth2/authorization/uaa").getRedirectedUrl());
        User lost = new User("lee", "id-lee", DEVELOPER.scopes(), List.of());
        assertThat(ask(uaa.signIn(begin, lost)).getRedirectedUrl()).endsWith("/login?uaa=nothing");
        assertThat(byToken(token)).isEqualTo(401);
        assertThat(byToken(other)).isEqualTo(200);
        begin = String.valueOf(ask("/oauth2/authorization/uaa").getRedirectedUrl());
        User namesake = new User("kim", "id-of-another", DEVELOPER.scopes(), List.of());
        ask(uaa.signIn(begin, namesake));
        assertThat(byToken(other)).as("of somebody else of that name").isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "silent", "client" })
    void leavesTheTokensAloneWhileItDoesNotSay(String fault) throws Exception {
        signIn(ADMIN);
        String token = token("kim");
        uaa.fault = fault;
        this.clock.forward(Duration.ofMinutes(61));
        assertThat(ask("/overview").getRedirectedUrl()).contains("/login?uaa=");
        assertThat(byToken(token)).isEqualTo(200);
    }

    /** A token of an account, as its owner makes it. */
    private String token(String account) {
        Account owner = this.accounts.account(account).orElseThrow();
        SignedIn signedIn = new SignedIn(owner);
        SecurityContextHolder.getContext()
            .setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
        try {
            return this.tokens.create(new ApiTokenForm("test", ApiScope.READ, 30)).text();
        }
        finally {
            SecurityContextHolder.clearContext();
        }
    }

    private int byToken(String token) throws Exception {
        return this.mvc.perform(get("/api/v1/apps").header("Authorization", "Bearer " + token))
            .andReturn()
            .getResponse()
            .getStatus();
    }

    private void signIn(User user) throws Exception {
        this.session = new MockHttpSession();
        String begin = String.valueOf(ask("/oauth2/authorization/uaa").getRedirectedUrl());
        assertThat(ask(uaa.signIn(begin, user)).getRedirectedUrl()).isEqualTo("/");
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        MvcResult result = this.mvc
            .perform(get(URI.create(path)).session(this.session).header("Accept", "text/html, */*"))
            .andReturn();
        this.session = (result.getRequest().getSession(false) instanceof MockHttpSession now) ? now
                : new MockHttpSession();
        return result.getResponse();
    }

}
