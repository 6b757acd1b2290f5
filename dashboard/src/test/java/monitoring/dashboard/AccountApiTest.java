package monitoring.dashboard;

import monitoring.storage.account.Role;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static monitoring.dashboard.Program.json;
import static monitoring.dashboard.Program.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/** What programs do with an account, and what only a person does by a session. */
@ApiOnDatabase
class AccountApiTest {

    private static final String PREFERENCES = "/api/v1/account/preferences";

    private final MockMvc mvc;

    private final WebApplicationContext context;

    @Autowired
    AccountApiTest(WebApplicationContext context) {
        this.context = context;
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @Test
    void keepFiltersUnlessTheTokenIsAReaders() throws Exception {
        Program operator = Program.as(Role.OPERATOR, this.context);
        Program viewer = Program.as(Role.VIEWER, this.context);
        String filter = "{\"name\": \"critical VMs\", \"query\": \"severity=CRITICAL&origin=VM\"}";
        assertThat(viewer.post("/api/v1/filters", filter).getStatus()).isEqualTo(403);
        String id = json(operator.post("/api/v1/filters", filter), 201).get("id").asString();
        assertThat(operator.read("/api/v1/filters").toString()).contains("critical VMs", "severity=CRITICAL&origin=VM");
        assertThat(viewer.read("/api/v1/filters")).isEmpty();
        assertThat(problem(operator.post("/api/v1/filters", "{\"name\": \"x\", \"query\": \"<b>\"}"), 400))
            .contains("query: <b>");
        Program other = Program.as(Role.ADMINISTRATOR, this.context);
        assertThat(other.send("DELETE", "/api/v1/filters/" + id, null, null).getStatus()).isEqualTo(404);
        assertThat(operator.send("DELETE", "/api/v1/filters/" + id, null, null).getStatus()).isEqualTo(204);
        assertThat(operator.read("/api/v1/filters")).isEmpty();
        assertThat(other.get("/api/v1/audit").getContentAsString()).contains("filter.save", "filter.delete");
    }

    @Test
    void letAPersonChangeLanguageZoneAndPasswordButNoProgram() throws Exception {
        Program administrator = Program.as(Role.ADMINISTRATOR, this.context);
        assertThat(administrator.put(PREFERENCES, "{\"language\": \"ko\", \"zone\": \"UTC\"}").getStatus())
            .isEqualTo(403);
        assertThat(json(administrator.post("/api/v1/accounts", """
                {"name": "park", "password": "first password", "role": "VIEWER", "enabled": "true"}"""), 201)
            .get("name")
            .asString()).isEqualTo("park");
        MockHttpSession park = signIn("first password");
        String version = this.mvc.perform(get(PREFERENCES).session(park)).andReturn().getResponse().getHeader("ETag");
        assertThat(json(put(PREFERENCES, "{\"language\": \"en\", \"zone\": \"Asia/Tokyo\"}", version, park), 200)
            .get("zone")
            .asString()).isEqualTo("Asia/Tokyo");
        assertThat(put(PREFERENCES, "{\"language\": \"en\", \"zone\": \"UTC\"}", version, park).getStatus())
            .isEqualTo(412);
        assertThat(problem(put(PREFERENCES, "{\"language\": \"fr\", \"zone\": \"UTC\"}", "*", park), 400))
            .isEqualTo("language: fr (expected: ko or en)");
        assertThat(problem(password("wrong", "second password", park), 400)).contains("current")
            .doesNotContain("second password");
        assertThat(problem(password("first password", "short", park), 400)).contains("password: 5 characters");
        assertThat(password("first password", "second password", park).getStatus()).isEqualTo(204);
        assertThat(signIn("second password")).isNotNull();
        assertThat(administrator.get("/api/v1/audit").getContentAsString())
            .contains("account.password", "account.preferences", "language=en timeZone=Asia/Tokyo")
            .doesNotContain("second password");
    }

    @Test
    void endAllSessionsOfSomebody() throws Exception {
        Program administrator = Program.as(Role.ADMINISTRATOR, this.context);
        administrator.post("/api/v1/accounts", """
                {"name": "choi", "password": "first password", "role": "VIEWER", "enabled": "true"}""");
        MockHttpSession choi = signIn("choi", "first password");
        assertThat(json(administrator.send("DELETE", "/api/v1/accounts/choi/sessions", null, null), 200).get("ended")
            .asInt()).isEqualTo(1);
        assertThat(this.mvc.perform(get("/api/v1/account").session(choi)).andReturn().getResponse().getStatus())
            .isEqualTo(401);
        assertThat(administrator.send("DELETE", "/api/v1/accounts/nobody/sessions", null, null).getStatus())
            .isEqualTo(404);
    }

    private MockHttpSession signIn(String password) throws Exception {
        return signIn("park", password);
    }

    private MockHttpSession signIn(String name, String password) throws Exception {
        var answer = this.mvc.perform(formLogin().user(name).password(password)).andReturn();
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/");
        return (MockHttpSession) answer.getRequest().getSession();
    }

    private MockHttpServletResponse password(String current, String fresh, MockHttpSession session) throws Exception {
        return put("/api/v1/account/password", "{\"current\": \"" + current + "\", \"password\": \"" + fresh + "\"}",
                "*", session);
    }

    private MockHttpServletResponse put(String path, String body, String version, MockHttpSession session)
            throws Exception {
        return this.mvc
            .perform(request(HttpMethod.PUT, path).session(session)
                .with(csrf())
                .header("If-Match", version)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
            .andReturn()
            .getResponse();
    }

}
