package monitoring.dashboard;

import jakarta.servlet.http.HttpSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Pages without InfluxDB and Elasticsearch: each is there, says what is missing, and
 * takes hostile input as text.
 */
@RunningDashboard
class PagesTest {

    private static final String HOSTILE = "'\"><script>alert(1)</script>; DROP TABLE alarms --";

    private final MockMvc mvc;

    private MockHttpSession session = new MockHttpSession();

    @Autowired
    PagesTest(WebApplicationContext context) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @BeforeEach
    void signIn() throws Exception {
        HttpSession signedIn = this.mvc.perform(formLogin().user("admin").password("correct horse"))
            .andReturn()
            .getRequest()
            .getSession();
        this.session = (MockHttpSession) signedIn;
    }

    @ParameterizedTest
    @ValueSource(strings = { "/overview", "/inventory", "/inventory/bosh", "/inventory/apps", "/placement", "/alarm",
            "/incident", "/log", "/log/dead-letters?q=mapper&peer=10.0.1.17", "/log/audit",
            "/log/audit?range=7d&peer=10.0.1.17&hour=2026-11-21T02:00:00Z", "/policy", "/policy/new", "/account",
            "/scaling", "/notification", "/notification/receivers", "/notification/receivers/new",
            "/notification/silences", "/notification/silences?month=2026-02&day=2026-02-28",
            "/notification?state=GIVEN_UP&receiver=1", "/alarm/statistics?period=d", "/alarm/statistics?period=m",
            "/account/users", "/account/audit", "/alarm/statistics", "/alarm/statistics?period=y&day=2025-02-28",
            "/placement?at=2026-11-21T02:10&by=cpu", "/inventory?view=tree",
            "/inventory/apps?view=list&sort=-instances", "/inventory/bosh?sort=-cpu", "/alarm?sort=-severity&state=all",
            "/placement?by=memory&q=a", "/log?q=timeout&severity=ERROR&range=7d",
            "/alarm?state=all&severity=CRITICAL&origin=VM&range=30d" })
    void areThereWhileStoresAreAway(String path) throws Exception {
        MvcResult result = this.mvc.perform(get(path).session(this.session)).andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(200);
        assertThat(result.getResponse().getContentAsString()).contains("</html>").doesNotContain("??");
        assertThat(ModelTypes.hidden(result.getModelAndView().getModel())).as("types that are not public").isEmpty();
    }

    @Test
    void sayWhichStoreIsAwayAndWhere() throws Exception {
        this.mvc.perform(get("/overview").session(this.session));
        String page = body("/inventory");
        assertThat(page).contains("http://127.0.0.1:1", "role=\"alert\"");
    }

    @Test
    void speakTheLanguageOfTheAccount() throws Exception {
        assertThat(body("/overview")).contains("lang=\"ko\"", "진행 중인 장애");
        this.mvc.perform(post("/account/language").param("language", "en").session(this.session).with(csrf()));
        assertThat(body("/overview")).contains("lang=\"en\"", "Open incidents");
        this.mvc.perform(post("/account/language").param("language", "ko").session(this.session).with(csrf()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/inventory?q=", "/inventory?zone=", "/inventory/apps?q=", "/placement?q=", "/alarm?q=",
            "/log?q=", "/log?group=", "/log/dead-letters?q=", "/log/audit?peer=", "/inventory?sort=",
            "/inventory?view=", "/inventory/apps?sort=", "/inventory/bosh?sort=", "/alarm?sort=",
            "/notification?receiver=" })
    void takeHostileInputAsText(String path) throws Exception {
        String name = path.substring(path.indexOf('?') + 1, path.length() - 1);
        MvcResult result = this.mvc
            .perform(get(path.substring(0, path.indexOf('?'))).param(name, HOSTILE).session(this.session))
            .andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(200);
        assertThat(result.getResponse().getContentAsString()).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/alarm?origin=X", "/log?range=x", "/log/audit?hour=noon", "/log/dead-letters?after=x",
            "/log?from=yesterday", "/placement?by=smell", "/placement/map?by=smell", "/placement/moves?range=1y",
            "/log/export?format=xls", "/alarm?page=x", "/alarm/statistics?period=q", "/alarm/statistics?day=yesterday",
            "/notification/silences?month=13", "/notification/silences?day=x", "/notification?state=LOST",
            "/log?from=2026-11-21T03:00&to=2026-11-21T02:00" })
    void refuseWhatMakesNoSense(String path) throws Exception {
        assertThat(this.mvc.perform(get(path).session(this.session)).andReturn().getResponse().getStatus())
            .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/alarm/4711", "/incident/4711", "/policy/4711", "/inventory/no-such-vm",
            "/inventory/apps/none", "/inventory/bosh/none", "/notification/4711" })
    void sayWhatIsNotThere(String path) throws Exception {
        assertThat(this.mvc.perform(get(path).session(this.session)).andReturn().getResponse().getStatus())
            .isEqualTo(404);
    }

    @Test
    void bearHeadersThatKeepForeignScriptsOut() throws Exception {
        MvcResult result = this.mvc.perform(get("/overview").session(this.session)).andReturn();
        assertThat(result.getResponse().getHeader("Content-Security-Policy")).contains("script-src 'self'")
            .doesNotContain("unsafe");
        assertThat(result.getResponse().getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void refuseAPolicyWhoseWarningIsNotBelowItsCritical() throws Exception {
        MvcResult result = save("/policy/1", "95", "90", "600");
        assertThat(result.getResponse().getStatus()).isEqualTo(422);
        assertThat(result.getResponse().getContentAsString()).contains("aria-invalid=\"true\"", "value=\"95\"");
        assertThat(body("/policy/1")).contains("value=\"85\"");
    }

    @Test
    void keepAPolicyThatIsRight() throws Exception {
        MvcResult result = save("/policy/2", "70", "80", "300");
        assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/policy");
        assertThat(body("/policy/2")).contains("value=\"70\"", "value=\"300\"");
    }

    @Test
    void offerLimitsOfEachResourceInItsUnit() throws Exception {
        assertThat(body("/policy/new?resource=LOAD")).contains("value=\"2\"", "value=\"4\"", "코어당");
        assertThat(body("/policy/new?resource=INODES")).contains("value=\"85\"").doesNotContain("코어당");
        assertThat(body("/policy/new?origin=CONTAINER&resource=LOAD")).contains("value=\"85\"", "value=\"NETWORK\"")
            .doesNotContain("value=\"LOAD\"");
        assertThat(save("/policy/new?origin=VM&resource=LOAD", "1.25", "4", "600").getResponse().getStatus())
            .isEqualTo(302);
        assertThat(body("/policy")).contains(">1.25<", ">4<", ">85%<");
    }

    private MvcResult save(String path, String warning, String critical, String measure) throws Exception {
        return this.mvc
            .perform(post(path).param("warning", warning)
                .param("critical", critical)
                .param("measure", measure)
                .param("repeat", "10")
                .param("recovery", "5")
                .param("raiseAfter", "2")
                .param("resolveAfter", "2")
                .session(this.session)
                .with(csrf()))
            .andReturn();
    }

    private String body(String path) throws Exception {
        return this.mvc.perform(get(path).session(this.session)).andReturn().getResponse().getContentAsString();
    }

}
