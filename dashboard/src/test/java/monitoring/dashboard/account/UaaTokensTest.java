package monitoring.dashboard.account;

import java.time.Duration;
import java.util.List;

import monitoring.dashboard.RunningDashboard;
import monitoring.dashboard.account.PlayedUaa.User;
import monitoring.dashboard.account.UaaRecheckTest.LaterClock;
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
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

import static monitoring.dashboard.account.PlayedUaa.User.ADMIN;
import static monitoring.dashboard.account.PlayedUaa.User.DEVELOPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What becomes of the tokens of somebody for whom the UAA does not vouch any more. */
@RunningDashboard
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:uaa-tokens;DB_CLOSE_DELAY=-1",
        "dashboard.uaa.client-secret=secret of the client" })
@Import(UaaRecheckTest.Time.class)
class UaaTokensTest {

    private static final PlayedUaa uaa = new PlayedUaa();

    private final PlayedPerson person;

    private final AccountStore accounts;

    private final ApiTokens tokens;

    private final LaterClock clock;

    @Autowired
    UaaTokensTest(WebApplicationContext context, AccountStore accounts, ApiTokens tokens, LaterClock clock) {
        this.person = new PlayedPerson(context, uaa);
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        uaa.addTo(registry);
    }

    @BeforeEach
    void forget() {
        uaa.forget();
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
        this.person.ask("/overview");
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
        this.person.comesAnew();
        String begin = this.person.begin();
        User lost = new User("lee", "id-lee", DEVELOPER.scopes(), List.of());
        assertThat(this.person.ask(uaa.signIn(begin, lost)).getRedirectedUrl()).endsWith("/login?uaa=nothing");
        assertThat(byToken(token)).isEqualTo(401);
        assertThat(byToken(other)).isEqualTo(200);
        begin = this.person.begin();
        User namesake = new User("kim", "id-of-another", DEVELOPER.scopes(), List.of());
        this.person.ask(uaa.signIn(begin, namesake));
        assertThat(byToken(other)).as("of somebody else of that name").isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "silent", "client" })
    void leavesTheTokensAloneWhileItDoesNotSay(String fault) throws Exception {
        signIn(ADMIN);
        String token = token("kim");
        uaa.fault = fault;
        this.clock.forward(Duration.ofMinutes(61));
        assertThat(this.person.ask("/overview").getRedirectedUrl()).contains("/login?uaa=");
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
        return this.person.mvc()
            .perform(get("/api/v1/apps").header("Authorization", "Bearer " + token))
            .andReturn()
            .getResponse()
            .getStatus();
    }

    private void signIn(User user) throws Exception {
        assertThat(this.person.signIn(user)).isEqualTo("/");
    }

}
