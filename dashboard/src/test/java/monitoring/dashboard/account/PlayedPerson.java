package monitoring.dashboard.account;

import java.net.URI;

import monitoring.dashboard.account.PlayedUaa.User;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** Somebody at a browser, which keeps the session, who signs in by a UAA. */
final class PlayedPerson {

    private final MockMvc mvc;

    private final PlayedUaa uaa;

    private MockHttpSession session = new MockHttpSession();

    PlayedPerson(WebApplicationContext context, PlayedUaa uaa) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        this.uaa = uaa;
    }

    MockMvc mvc() {
        return this.mvc;
    }

    MockHttpSession session() {
        return this.session;
    }

    /** Goes on with another session. */
    void continues(MockHttpSession other) {
        this.session = other;
    }

    /** Opens a browser that knows nothing. */
    void comesAnew() {
        this.session = new MockHttpSession();
    }

    /** Says where a sign-in in a new browser leads to. */
    String signIn(User user) throws Exception {
        comesAnew();
        return String.valueOf(ask(this.uaa.signIn(begin(), user)).getRedirectedUrl());
    }

    /** The address at the UAA where a sign-in begins. */
    String begin() throws Exception {
        return String.valueOf(ask("/oauth2/authorization/uaa").getRedirectedUrl());
    }

    MockHttpServletResponse ask(String path) throws Exception {
        MvcResult result = this.mvc
            .perform(get(URI.create(path)).session(this.session).header("Accept", "text/html, */*"))
            .andReturn();
        this.session = (result.getRequest().getSession(false) instanceof MockHttpSession now) ? now
                : new MockHttpSession();
        return result.getResponse();
    }

}
