package monitoring.dashboard.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import monitoring.dashboard.RunningDashboard;
import monitoring.dashboard.account.PlayedUaa.User;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.Role;
import monitoring.storage.paging.PageRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

import static monitoring.dashboard.account.PlayedUaa.User.ADMIN;
import static monitoring.dashboard.account.PlayedUaa.User.DEVELOPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What becomes of a session while the UAA goes on, changes its mind, or is away. */
@RunningDashboard
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:uaa-recheck;DB_CLOSE_DELAY=-1",
        "dashboard.uaa.client-secret=secret of the client" })
@Import(UaaRecheckTest.Time.class)
class UaaRecheckTest {

    private static final PlayedUaa uaa = new PlayedUaa();

    private final PlayedPerson person;

    private final AccountStore accounts;

    private final LaterClock clock;

    @Autowired
    UaaRecheckTest(WebApplicationContext context, AccountStore accounts, LaterClock clock) {
        this.person = new PlayedPerson(context, uaa);
        this.accounts = accounts;
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
    void asksAgainFromTimeToTimeAndGoesOn() throws Exception {
        signIn(ADMIN);
        for (int minute = 0; minute < 22; minute++) {
            this.clock.forward(Duration.ofMinutes(1));
            assertThat(this.person.ask("/account/users").getStatus()).isEqualTo(200);
        }
        assertThat(uaa.forms).filteredOn((form) -> form.startsWith("grant_type=refresh_token")).hasSize(4);
    }

    @Test
    void signsOutForWhomItDoesNotVouchAnyMore() throws Exception {
        signIn(ADMIN);
        uaa.gone.add("id-kim");
        this.clock.forward(Duration.ofMinutes(4));
        assertThat(this.person.ask("/account/users").getStatus()).isEqualTo(200);
        this.clock.forward(Duration.ofMinutes(1));
        String to = String.valueOf(this.person.ask("/account/users").getRedirectedUrl());
        assertThat(to).endsWith("/login?uaa=ended");
        assertThat(this.person.ask("/login?uaa=ended&lang=en").getContentAsString()).contains("does not vouch");
        assertThat(this.person.ask("/overview").getRedirectedUrl()).endsWith("/login");
        assertThat(this.accounts.audit(new PageRequest(0, 1)).items().get(0)).satisfies((entry) -> {
            assertThat(entry.user()).isEqualTo("kim");
            assertThat(entry.action()).isEqualTo("session.end");
            assertThat(entry.detail()).isEqualTo("uaa=ended");
        });
    }

    @Test
    void leadsAnOpenPageToTheDoorWhichSaysWhy() throws Exception {
        endInTheBackground();
        assertThat(askInTheBackground().getHeader("HX-Refresh")).isEqualTo("true");
        assertThat(this.person.ask("/overview").getRedirectedUrl()).endsWith("/login?uaa=ended");
        assertThat(this.person.ask("/overview").getRedirectedUrl()).endsWith("/login");
    }

    @Test
    void takesASignInWithinASessionThatIsOver() throws Exception {
        endInTheBackground();
        this.person.ask(uaa.signIn(this.person.begin(), ADMIN));
        assertThat(this.person.ask("/account/users").getStatus()).isEqualTo(200);
        assertThat(askInTheBackground().getStatus()).isEqualTo(200);
    }

    @Test
    void refusesTheApi() throws Exception {
        signIn(ADMIN);
        uaa.gone.add("id-kim");
        this.clock.forward(Duration.ofMinutes(5));
        assertThat(this.person.ask("/api/v1/vms").getStatus()).isEqualTo(401);
    }

    /** The UAA changes its mind for a moment only; the session is over all the same. */
    private void endInTheBackground() throws Exception {
        signIn(ADMIN);
        uaa.gone.add("id-kim");
        this.clock.forward(Duration.ofMinutes(5));
        assertThat(askInTheBackground().getStatus()).isEqualTo(401);
        uaa.gone.clear();
        assertThat(askInTheBackground().getStatus()).isEqualTo(401);
    }

    private MockHttpServletResponse askInTheBackground() throws Exception {
        return this.person.mvc()
            .perform(get("/alarm/badge").session(this.person.session()).header("HX-Request", "true"))
            .andReturn()
            .getResponse();
    }

    @Test
    void takesAwayTheRoleOfALostGroup() throws Exception {
        signIn(ADMIN);
        uaa.changed.put("id-kim",
                new User("kim", "id-kim", Set.of("openid", "cloud_controller.global_auditor"), List.of()));
        this.clock.forward(Duration.ofMinutes(5));
        assertThat(this.person.ask("/account/users").getRedirectedUrl()).endsWith("/login?changed");
        assertThat(this.person.ask("/login?changed=&lang=en").getContentAsString())
            .contains("Your account was changed");
        assertThat(this.accounts.account("kim").orElseThrow().role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void signsOutWhoLostAllGroupsAndOrganizations() throws Exception {
        signIn(DEVELOPER);
        uaa.changed.put("id-lee", new User("lee", "id-lee", DEVELOPER.scopes(), List.of()));
        this.clock.forward(Duration.ofMinutes(5));
        assertThat(this.person.ask("/inventory/apps").getRedirectedUrl()).endsWith("/login?uaa=nothing");
    }

    @Test
    void showsTheAppsOfOtherOrganizationsWithoutANewSignIn() throws Exception {
        signIn(DEVELOPER);
        uaa.changed.put("id-lee", new User("lee", "id-lee", DEVELOPER.scopes(), List.of("finance", "science")));
        this.clock.forward(Duration.ofMinutes(5));
        assertThat(this.person.ask("/inventory/apps").getStatus()).isEqualTo(200);
        assertThat(this.accounts.account("lee").orElseThrow().organizations()).containsExactly("finance", "science");
    }

    @ParameterizedTest
    @CsvSource({ "silent,away", "client,unclear", "html,unclear" })
    void waitsAWhileForAUaaThatDoesNotSay(String fault, String reason) throws Exception {
        signIn(ADMIN);
        uaa.fault = fault;
        this.clock.forward(Duration.ofMinutes(5));
        int asked = uaa.forms.size();
        assertThat(this.person.ask("/overview").getStatus()).isEqualTo(200);
        assertThat(this.person.ask("/overview").getStatus()).isEqualTo(200);
        assertThat(uaa.forms).hasSize(asked + 1);
        this.clock.forward(Duration.ofMinutes(54));
        assertThat(this.person.ask("/overview").getStatus()).isEqualTo(200);
        this.clock.forward(Duration.ofMinutes(1));
        assertThat(this.person.ask("/overview").getRedirectedUrl()).endsWith("/login?uaa=" + reason);
    }

    @Test
    void goesOnWhenTheUaaIsBack() throws Exception {
        signIn(ADMIN);
        uaa.fault = "silent";
        this.clock.forward(Duration.ofMinutes(50));
        assertThat(this.person.ask("/overview").getStatus()).isEqualTo(200);
        uaa.fault = "";
        this.clock.forward(Duration.ofMinutes(1));
        assertThat(this.person.ask("/overview").getStatus()).isEqualTo(200);
        uaa.fault = "silent";
        this.clock.forward(Duration.ofMinutes(50));
        assertThat(this.person.ask("/overview").getStatus()).isEqualTo(200);
    }

    @Test
    void lastsAsLongAsItsTokenWhereTheUaaCannotBeAskedAgain() throws Exception {
        uaa.fault = "once";
        signIn(ADMIN);
        this.clock.forward(Duration.ofMinutes(9));
        assertThat(this.person.ask("/overview").getStatus()).isEqualTo(200);
        this.clock.forward(Duration.ofMinutes(2));
        assertThat(this.person.ask("/overview").getRedirectedUrl()).endsWith("/login?uaa=ended");
    }

    private void signIn(User user) throws Exception {
        assertThat(this.person.signIn(user)).isEqualTo("/");
    }

    /** The time as it is, and as much later as it is told. */
    static final class LaterClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void forward(Duration time) {
            this.ahead = this.ahead.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return Clock.systemUTC().getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(this.ahead);
        }

    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        LaterClock laterClock() {
            return new LaterClock();
        }

    }

}
