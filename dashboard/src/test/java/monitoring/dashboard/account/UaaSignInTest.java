package monitoring.dashboard.account;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import monitoring.dashboard.RunningDashboard;
import monitoring.dashboard.account.PlayedUaa.User;
import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.Role;
import monitoring.storage.paging.PageRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

import static monitoring.dashboard.account.PlayedUaa.User.ADMIN;
import static monitoring.dashboard.account.PlayedUaa.User.DEVELOPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Signing in by a UAA: who becomes what, who is refused, and what a bad UAA does. */
@RunningDashboard
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:uaa;DB_CLOSE_DELAY=-1",
        "dashboard.uaa.client-secret=secret of the client" })
class UaaSignInTest {

    private static final PlayedUaa uaa = new PlayedUaa();

    private final PlayedPerson person;

    private final AccountStore accounts;

    private final FreshAccountFilter fresh;

    @Autowired
    UaaSignInTest(WebApplicationContext context, AccountStore accounts, FreshAccountFilter fresh) {
        this.person = new PlayedPerson(context, uaa);
        this.accounts = accounts;
        this.fresh = fresh;
    }

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        uaa.addTo(registry);
    }

    @BeforeEach
    void forget() {
        uaa.fault = "";
        List.of("kim", "lee", "park").forEach(this.accounts::delete);
        this.fresh.changed();
    }

    @AfterAll
    static void stop() {
        uaa.close();
    }

    @Test
    void offersItOnThePageToSignIn() throws Exception {
        assertThat(this.person.ask("/login").getContentAsString()).contains("href=\"/login/uaa\"");
        assertThat(this.person.ask("/login/uaa").getRedirectedUrl()).isEqualTo("/oauth2/authorization/uaa");
        assertThat(this.person.ask("/login").getHeader("Content-Security-Policy"))
            .endsWith("form-action 'self' " + uaa.url());
    }

    @Test
    void asksWithStateNonceAndProofKey() throws Exception {
        assertThat(this.person.begin()).startsWith(uaa.url() + "/oauth/authorize?")
            .contains("response_type=code", "client_id=paas_monitoring", "state=", "nonce=", "code_challenge=",
                    "code_challenge_method=S256", "openid", "cloud_controller.admin", "cloud_controller.read");
    }

    @ParameterizedTest
    @CsvSource({ "cloud_controller.admin,ADMINISTRATOR", "paas_monitoring.operator,OPERATOR",
            "cloud_controller.admin_read_only,VIEWER", "cloud_controller.global_auditor,VIEWER" })
    void givesTheRoleThatAScopeStandsFor(String scope, Role role) throws Exception {
        assertThat(this.person.signIn(new User("park", "id-park", Set.of("openid", scope), List.of()))).isEqualTo("/");
        Account made = this.accounts.account("park").orElseThrow();
        assertThat(made.role()).isEqualTo(role);
        assertThat(made.isBound()).isFalse();
        assertThat(made.uaaUser()).isEqualTo("id-park");
        assertThat(this.person.ask("/overview").getStatus()).isEqualTo(200);
        assertThat(this.person.ask("/account/users").getStatus()).isEqualTo((role == Role.ADMINISTRATOR) ? 200 : 403);
        assertThat(this.accounts.audit(new PageRequest(0, 1)).items().get(0)).satisfies((entry) -> {
            assertThat(entry.user()).isEqualTo("park");
            assertThat(entry.action()).isEqualTo("session.start");
            assertThat(entry.detail()).startsWith("way=UAA role=" + role);
        });
    }

    @Test
    void bindsOthersToTheOrganizationsThatTheCfApiShowsThem() throws Exception {
        assertThat(this.person.signIn(DEVELOPER)).isEqualTo("/");
        assertThat(this.accounts.account("lee").orElseThrow().organizations()).containsExactly("commerce", "finance");
        assertThat(this.person.ask("/").getRedirectedUrl()).isEqualTo("/inventory/apps");
        assertThat(this.person.ask("/overview").getStatus()).isEqualTo(403);
        assertThat(this.person.signIn(new User("lee", "id-lee", DEVELOPER.scopes(), List.of("finance"))))
            .isEqualTo("/");
        assertThat(this.accounts.account("lee").orElseThrow().organizations()).containsExactly("finance");
    }

    @Test
    void letsNobodyInWithoutAScopeAndWithoutAnOrganization() throws Exception {
        assertRefused(this.person.signIn(new User("park", "id-park", Set.of("openid"), List.of())), "nothing");
        assertThat(this.accounts.account("park")).isEmpty();
        List<String> many = IntStream.range(0, 500).mapToObj((i) -> "organization-" + i).collect(Collectors.toList());
        assertRefused(this.person.signIn(new User("park", "id-park", Set.of("openid"), many)), "too-much");
    }

    @Test
    void refusesACodeThatWasUsed() throws Exception {
        String back = uaa.signIn(this.person.begin(), ADMIN);
        assertThat(this.person.ask(back).getRedirectedUrl()).isEqualTo("/");
        this.person.comesAnew();
        assertRefused(this.person.ask(back).getRedirectedUrl(), "over");
        String state = this.person.begin().replaceAll(".*[?&]state=([^&]*).*", "$1");
        assertRefused(this.person.ask(back.replaceAll("state=.*", "state=" + state)).getRedirectedUrl(), "over");
    }

    @Test
    void refusesAStateThatIsNotItsOwn() throws Exception {
        String back = uaa.signIn(this.person.begin(), ADMIN);
        assertRefused(this.person.ask(back.replaceAll("state=.*", "state=forged")).getRedirectedUrl(), "over");
        assertThat(this.accounts.account("kim")).isEmpty();
    }

    @Test
    void saysThatSomebodyDidNotAgree() throws Exception {
        String state = this.person.begin().replaceAll(".*[?&]state=([^&]*).*", "$1");
        assertRefused(this.person.ask("/login/oauth2/code/uaa?error=access_denied&state=" + state).getRedirectedUrl(),
                "cancelled");
    }

    @ParameterizedTest
    @CsvSource({ "client", "html", "signature", "nonce" })
    void saysThatTheAnswerWasNotUnderstood(String fault) throws Exception {
        String back = uaa.signIn(this.person.begin(), ADMIN);
        uaa.fault = fault;
        assertRefused(this.person.ask(back).getRedirectedUrl(), fault.equals("nonce") ? "over" : "unclear");
        assertThat(this.accounts.account("kim")).isEmpty();
    }

    @Test
    void saysThatTheCfApiDoesNotTellOrganizations() throws Exception {
        String back = uaa.signIn(this.person.begin(), DEVELOPER);
        uaa.fault = "cf";
        assertRefused(this.person.ask(back).getRedirectedUrl(), "unclear");
        assertThat(this.accounts.account("lee")).isEmpty();
    }

    @Test
    void leavesAccountsOfTheSameNameToTheirOwners() throws Exception {
        this.accounts
            .save(new Account("kim", "{noop}their own", Role.VIEWER, Set.of(), Locale.ENGLISH, ZoneOffset.UTC, true));
        assertRefused(this.person.signIn(ADMIN), "taken");
        assertThat(this.accounts.account("kim").orElseThrow().role()).isEqualTo(Role.VIEWER);
        this.accounts.delete("kim");
        this.person.signIn(ADMIN);
        assertRefused(this.person.signIn(new User("kim", "id-of-another", ADMIN.scopes(), List.of())), "taken");
    }

    @Test
    void takesAnAccountThatAnAdministratorMadeForIt() throws Exception {
        this.accounts
            .save(new Account("kim", "", Role.VIEWER, Set.of(), Locale.ENGLISH, ZoneOffset.UTC, true).withUaaUser(""));
        assertThat(this.person.signIn(ADMIN)).isEqualTo("/");
        Account is = this.accounts.account("kim").orElseThrow();
        assertThat(is.uaaUser()).isEqualTo("id-kim");
        assertThat(is.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(is.language()).isEqualTo(Locale.ENGLISH);
        this.accounts.save(is.withEnabled(false));
        assertRefused(this.person.signIn(ADMIN), "disabled");
    }

    @Test
    void takesNoPasswordForIt() throws Exception {
        this.person.signIn(ADMIN);
        assertThat(this.person.ask("/account").getContentAsString()).doesNotContain("action=\"/account/password\"");
        this.person.mvc()
            .perform(post("/account/password").param("current", "")
                .param("password", "a new password")
                .session(this.person.session())
                .with(csrf()));
        change("kim", "a new password");
        assertThat(this.accounts.account("kim").orElseThrow().passwordHash()).isEmpty();
        for (String password : List.of("", "a new password", "anything")) {
            assertThat(this.person.mvc()
                .perform(formLogin().user("kim").password(password))
                .andReturn()
                .getResponse()
                .getRedirectedUrl()).startsWith("/login?");
        }
    }

    @Test
    void isSignedOutOfTheUaaTooAndListsItsSessions() throws Exception {
        this.person.signIn(ADMIN);
        assertThat(this.person.ask("/api/v1/sessions").getContentAsString()).contains("\"usedAt\"");
        assertThat(this.person.ask("/api/v1/account").getContentAsString()).contains("\"uaa\":true");
        String to = this.person.mvc()
            .perform(post("/logout").session(this.person.session()).with(csrf()))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
        assertThat(to).startsWith(uaa.url() + "/logout.do?client_id=paas_monitoring&redirect=http")
            .endsWith("%2Flogin%3Fout");
        assertThat(this.person.ask("/overview").getRedirectedUrl()).endsWith("/login");
    }

    @Test
    void signsOutWhoLostTheRole() throws Exception {
        this.person.signIn(ADMIN);
        MockHttpSession before = this.person.session();
        this.person.signIn(new User("kim", "id-kim", Set.of("openid", "cloud_controller.global_auditor"), List.of()));
        this.person.continues(before);
        assertThat(this.person.ask("/account/users").getRedirectedUrl()).endsWith("/login?changed");
    }

    private void change(String name, String password) throws Exception {
        assertThat(this.person.mvc()
            .perform(post("/account/users/" + name).param("password", password)
                .param("enabled", "on")
                .session(this.person.session())
                .with(csrf()))
            .andReturn()
            .getResponse()
            .getStatus()).isEqualTo(400);
    }

    private void assertRefused(String to, String reason) throws Exception {
        assertThat(to).isEqualTo("/login?uaa=" + reason);
        assertThat(this.person.ask(to).getContentAsString()).contains("role=\"alert\"").doesNotContain("??");
        assertThat(this.person.ask("/overview").getRedirectedUrl()).endsWith("/login");
    }

}
