package monitoring.dashboard.account;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import monitoring.dashboard.RunningDashboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/** How programs get in, what they get, and how they are refused. */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:apiaccess;DB_CLOSE_DELAY=-1")
class ApiAccessTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc mvc;

    @Autowired
    ApiAccessTest(WebApplicationContext context) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @Test
    void showATokenOnceAndForgetItWhenItIsTakenBack() throws Exception {
        MockHttpSession session = signIn();
        JsonNode made = json(this.mvc
            .perform(post("/api/v1/tokens").session(session)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"grafana\", \"scope\": \"READ\", \"days\": 30}"))
            .andReturn()
            .getResponse());
        String text = made.get("token").asString();
        assertThat(text).matches("pm_[0-9a-f]{16}_[0-9a-f]{64}");
        assertThat(ask("GET", "/api/v1/policies", text, null).getStatus()).isEqualTo(200);
        assertThat(ask("POST", "/api/v1/policies", text, "{}").getStatus()).isEqualTo(403);
        MockHttpServletResponse list = this.mvc.perform(get("/api/v1/tokens").session(session))
            .andReturn()
            .getResponse();
        assertThat(list.getContentAsString()).contains("grafana", "\"usedAt\":\"20").doesNotContain(text);
        this.mvc.perform(request(HttpMethod.DELETE, "/api/v1/tokens/" + made.get("id").asString()).session(session)
            .with(csrf()));
        MockHttpServletResponse refused = ask("GET", "/api/v1/policies", text, null);
        assertThat(refused.getStatus()).isEqualTo(401);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void refuseALostUpdate() throws Exception {
        String token = token("ADMINISTER");
        MockHttpServletResponse read = ask("GET", "/api/v1/policies/1", token, null);
        String version = read.getHeader("ETag");
        String body = """
                {"warning": 61, "critical": 71, "measure": 600, "repeat": 10, "recovery": 5, "raiseAfter": 1,
                 "resolveAfter": 1, "comment": ""}""";
        assertThat(put("/api/v1/policies/1", token, body, null).getStatus()).isEqualTo(428);
        assertThat(put("/api/v1/policies/1", token, body, version).getStatus()).isEqualTo(200);
        assertThat(put("/api/v1/policies/1", token, body.replace("61", "62"), version).getStatus()).isEqualTo(412);
        assertThat(ask("GET", "/api/v1/policies/1", token, null).getContentAsString()).contains("\"warning\":61.0");
    }

    @Test
    void neverGiveASecretBack() throws Exception {
        String token = token("ADMINISTER");
        MockHttpServletResponse made = ask("POST", "/api/v1/receivers", token, """
                {"name": "duty", "channel": "TELEGRAM", "address": "-100123", "secret": "s3cr3t-of-the-bot",
                 "level": 0, "language": "en", "zone": "UTC", "hourlyLimit": 60, "enabled": "true"}""");
        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(made.getContentAsString()).contains("\"secret\":true").doesNotContain("s3cr3t");
        assertThat(ask("GET", "/api/v1/receivers", token, null).getContentAsString()).doesNotContain("s3cr3t");
        assertThat(ask("GET", "/api/v1/accounts", token, null).getContentAsString()).doesNotContain("{bcrypt}");
        assertThat(ask("GET", "/api/v1/audit", token, null).getContentAsString()).contains("receiver.save")
            .doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource({ "GET,/api/v1/nothing,404", "GET,/api/v1/alarms/4711,404", "PATCH,/api/v1/policies,405",
            "GET,/api/v1/alarms?size=0,400", "GET,/api/v1/alarms?origin=X,400", "POST,/api/v1/silences,400",
            "POST,/api/v1/policies,400", "GET,/api/v1/logs,503" })
    void sayWhatIsWrongAsProblemJson(String method, String path, int status) throws Exception {
        MockHttpServletResponse answer = ask(method, path, token("ADMINISTER"), "GET".equals(method) ? null : "{");
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
    }

    @Test
    void sayWhichFieldsAreWrong() throws Exception {
        MockHttpServletResponse answer = ask("POST", "/api/v1/receivers", token("ADMINISTER"),
                "{\"name\": \"\", \"channel\": \"WEBHOOK\", \"address\": \"http://169.254.169.254/\", \"zone\": \"UTC\"}");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(json(answer).get("errors").propertyNames()).contains("name", "address", "level");
    }

    @Test
    void refuseWhatIsNoJson() throws Exception {
        MockHttpServletResponse answer = this.mvc
            .perform(post("/api/v1/policies").header("Authorization", "Bearer " + token("ADMINISTER"))
                .contentType(MediaType.TEXT_PLAIN)
                .content("x"))
            .andReturn()
            .getResponse();
        assertThat(answer.getStatus()).isEqualTo(415);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void describeThemselves() throws Exception {
        JsonNode document = json(ask("GET", "/api/v1/openapi", token("READ"), null));
        assertThat(document.get("openapi").asString()).startsWith("3.");
        assertThat(document.get("paths").propertyNames()).contains("/api/v1/alarms/{id}/acknowledge",
                "/api/v1/policies/{id}", "/api/v1/logs/histogram");
    }

    @Test
    void endASessionFromOutside() throws Exception {
        MockHttpSession one = signIn();
        MockHttpSession other = signInAndEndBy(one);
        assertThat(this.mvc.perform(get("/account").session(one)).andReturn().getResponse().getStatus()).isEqualTo(200);
        assertThat(this.mvc.perform(get("/account").session(other)).andReturn().getResponse().getRedirectedUrl())
            .isEqualTo("/login?out");
        assertThat(this.mvc.perform(get("/api/v1/account").session(other)).andReturn().getResponse().getStatus())
            .isEqualTo(401);
    }

    @Test
    void anOpenPageOfASessionThatWasEndedIsLoadedAgain() throws Exception {
        MockHttpSession other = signInAndEndBy(signIn());
        MockHttpServletResponse background = this.mvc
            .perform(get("/alarm/badge").session(other).header("HX-Request", "true"))
            .andReturn()
            .getResponse();
        assertThat(background.getStatus()).isEqualTo(401);
        assertThat(background.getHeader("HX-Refresh")).isEqualTo("true");
    }

    private MockHttpSession signInAndEndBy(MockHttpSession one) throws Exception {
        Set<String> before = sessions(one);
        MockHttpSession other = signIn();
        Set<String> fresh = sessions(one);
        fresh.removeAll(before);
        assertThat(fresh).hasSize(1);
        this.mvc.perform(
                request(HttpMethod.DELETE, "/api/v1/sessions/" + fresh.iterator().next()).session(one).with(csrf()));
        return other;
    }

    private Set<String> sessions(MockHttpSession session) throws Exception {
        Set<String> ids = new HashSet<>();
        json(this.mvc.perform(get("/api/v1/sessions").session(session)).andReturn().getResponse())
            .forEach((one) -> ids.add(one.get("id").asString()));
        return ids;
    }

    private String token(String scope) throws Exception {
        return json(this.mvc
            .perform(post("/api/v1/tokens").session(signIn())
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(Map.of("name", "test", "scope", scope))))
            .andReturn()
            .getResponse()).get("token").asString();
    }

    private MockHttpSession signIn() throws Exception {
        return (MockHttpSession) this.mvc.perform(formLogin().user("admin").password("correct horse"))
            .andReturn()
            .getRequest()
            .getSession();
    }

    private MockHttpServletResponse ask(String method, String path, String token, String body) throws Exception {
        var request = request(HttpMethod.valueOf(method), path).header("Authorization", "Bearer " + token);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return this.mvc.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse put(String path, String token, String body, String version) throws Exception {
        var request = request(HttpMethod.PUT, path).header("Authorization", "Bearer " + token)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
        if (version != null) {
            request.header("If-Match", version);
        }
        return this.mvc.perform(request).andReturn().getResponse();
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        return JSON.readTree(response.getContentAsString());
    }

}
