package monitoring.dashboard.account;

import java.net.URI;

import monitoring.dashboard.RunningDashboard;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** While the UAA is down, people are told so, and local accounts sign in as ever. */
@RunningDashboard
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:uaa-away;DB_CLOSE_DELAY=-1",
        "dashboard.uaa.url=http://127.0.0.1:1" })
class UaaAwayTest {

    private final MockMvc mvc;

    private final MockHttpSession session = new MockHttpSession();

    @Autowired
    UaaAwayTest(WebApplicationContext context) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @Test
    void saysThatItDoesNotAnswerBeforeABrowserIsSentThere() throws Exception {
        assertThat(ask("/login/uaa").getRedirectedUrl()).isEqualTo("/login?uaa=away");
        assertThat(ask("/login?uaa=away&lang=en").getContentAsString()).contains("The UAA of Cloud Foundry does not");
    }

    @Test
    void saysThatItDoesNotAnswerWhenItWentDownMeanwhile() throws Exception {
        String state = String.valueOf(ask("/oauth2/authorization/uaa").getRedirectedUrl())
            .replaceAll(".*[?&]state=([^&]*).*", "$1");
        assertThat(ask("/login/oauth2/code/uaa?code=any&state=" + state).getRedirectedUrl())
            .isEqualTo("/login?uaa=away");
    }

    @Test
    void letsLocalAccountsIn() throws Exception {
        assertThat(this.mvc.perform(formLogin().user("admin").password("correct horse"))
            .andReturn()
            .getResponse()
            .getRedirectedUrl()).isEqualTo("/");
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        return this.mvc.perform(get(URI.create(path)).session(this.session).header("Accept", "text/html"))
            .andReturn()
            .getResponse();
    }

}
