package monitoring.dashboard;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/** Somebody at a browser, who asks for pages and sends the forms that they show. */
final class Browser {

    private final MockMvc mvc;

    private final RequestPostProcessor identity;

    private Browser(MockMvc mvc, RequestPostProcessor identity) {
        this.mvc = mvc;
        this.identity = identity;
    }

    /** The administrator of the first start, who signs in by the form. */
    static Browser ofAdmin(WebApplicationContext context) throws Exception {
        MockMvc mvc = mvc(context);
        @Nullable MockHttpSession session = (MockHttpSession) mvc.perform(formLogin().user("admin").password("correct horse"))
            .andReturn()
            .getRequest()
            .getSession();
        return new Browser(mvc, (request) -> {
            request.setSession(session);
            return request;
        });
    }

    /** Somebody who has an account, and is signed in. */
    static Browser of(String account, WebApplicationContext context) {
        UserDetailsService users = context.getBean(UserDetailsService.class);
        return new Browser(mvc(context),
                (request) -> user(users.loadUserByUsername(account)).postProcessRequest(request));
    }

    /** Somebody who is not signed in. */
    static Browser ofNobody(WebApplicationContext context) {
        return new Browser(mvc(context), (request) -> request);
    }

    private static MockMvc mvc(WebApplicationContext context) {
        return MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    MockHttpServletResponse get(String path) throws Exception {
        return send(MockMvcRequestBuilders.get(path).header("Accept", "text/html, */*"));
    }

    /** What a page is, that is there. */
    String page(String path) throws Exception {
        return read(path, MockMvcRequestBuilders.get(URI.create(path)));
    }

    /** The part of a page that an open one asks for again and again. */
    String refreshed(String path) throws Exception {
        return read(path, MockMvcRequestBuilders.get(URI.create(path)).header("HX-Request", "true"));
    }

    private String read(String path, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = send(request);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    /**
     * Sends a form.
     * @param fields name, value, name, value
     */
    MockHttpServletResponse post(String path, String... fields) throws Exception {
        MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            all.add(fields[i], fields[i + 1]);
        }
        return send(MockMvcRequestBuilders.post(path).params(all).with(csrf()));
    }

    /** Sends something else, as it is but for who sends it. */
    MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return this.mvc.perform(request.with(this.identity)).andReturn().getResponse();
    }

}
