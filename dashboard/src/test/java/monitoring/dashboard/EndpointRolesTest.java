package monitoring.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import monitoring.storage.account.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/** Walks every endpoint of the running program as nobody and as each role. */
@RunningDashboard
class EndpointRolesTest {

    /**
     * Who may, at least, by the beginning of "METHOD path"; the longest that fits counts.
     * Null: everybody.
     */
    private static final Map<String, String> LEAST = new TreeMap<>(Map.ofEntries(Map.entry("GET /", "VIEWER"),
            Map.entry("GET /login", ""), Map.entry("GET /alarm/link/", ""), Map.entry("POST /alarm/link/", ""),
            Map.entry("GET /account/users", "ADMINISTRATOR"), Map.entry("GET /account/audit", "ADMINISTRATOR"),
            Map.entry("GET /api/v1/accounts", "ADMINISTRATOR"), Map.entry("GET /api/v1/audit", "ADMINISTRATOR"),
            Map.entry("POST /account/preferences", "VIEWER"), Map.entry("POST /account/language", "VIEWER"),
            Map.entry("POST /account/password", "VIEWER"), Map.entry("POST /alarm", "OPERATOR"),
            Map.entry("POST /incident", "OPERATOR"), Map.entry("POST /log/dead-letters", "OPERATOR"),
            Map.entry("POST /notification/silences", "OPERATOR"), Map.entry("POST /api/v1/alarms", "OPERATOR"),
            Map.entry("POST /api/v1/incidents", "OPERATOR"), Map.entry("POST /policy", "ADMINISTRATOR"),
            Map.entry("POST /account/users", "ADMINISTRATOR"), Map.entry("POST /account/filters", "VIEWER"),
            Map.entry("POST /notification/1/retry", "ADMINISTRATOR"),
            Map.entry("POST /notification/receivers", "ADMINISTRATOR"), Map.entry("POST /scaling", "ADMINISTRATOR"),
            Map.entry("PUT /api/v1", "ADMINISTRATOR"), Map.entry("DELETE /api/v1", "ADMINISTRATOR")));

    private final WebApplicationContext context;

    private final RequestMappingHandlerMapping mapping;

    private MockMvc mvc;

    @Autowired
    EndpointRolesTest(WebApplicationContext context, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.context = context;
        this.mapping = requestMappingHandlerMapping;
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @BeforeEach
    void freshMvc() {
        this.mvc = MockMvcBuilders.webAppContextSetup(this.context).apply(springSecurity()).build();
    }

    @Test
    void letsEachRoleDoWhatItMayAndNothingElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String endpoint : endpoints()) {
            String least = least(endpoint);
            asked++;
            if (!least.isEmpty() && !isRefused(endpoint, null)) {
                wrong.add(endpoint + " lets nobody-in-particular in");
            }
            for (Role role : Role.values()) {
                boolean may = least.isEmpty() || role.compareTo(Role.valueOf(least)) >= 0;
                if (isRefused(endpoint, role) == may) {
                    wrong.add(endpoint + (may ? " refuses " : " lets in ") + role);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(20);
    }

    @Test
    void refusesChangesWithoutAToken() throws Exception {
        for (String endpoint : endpoints()) {
            if (!endpoint.startsWith("GET ") && !endpoint.contains("/v2/paas/app")
                    && !endpoint.startsWith("POST /alarm/link/")) {
                int status = this.mvc
                    .perform(of(endpoint).with(user("test").authorities(authorities(Role.ADMINISTRATOR))))
                    .andReturn()
                    .getResponse()
                    .getStatus();
                assertThat(status).as(endpoint).isEqualTo(403);
            }
        }
    }

    private List<String> endpoints() {
        List<String> all = new ArrayList<>();
        for (RequestMappingInfo info : this.mapping.getHandlerMethods().keySet()) {
            for (String path : info.getPatternValues()) {
                if (!path.startsWith("/error") && !path.startsWith("/v2/paas/app")) {
                    info.getMethodsCondition()
                        .getMethods()
                        .stream()
                        .map(RequestMethod::name)
                        .forEach((method) -> all.add(method + " " + path.replaceAll("\\{[^}]*}", "1")));
                }
            }
        }
        return all.stream().sorted().toList();
    }

    private static String least(String endpoint) {
        return LEAST.entrySet()
            .stream()
            .filter((entry) -> endpoint.startsWith(entry.getKey()))
            .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
            .map(Map.Entry::getValue)
            .orElseThrow(() -> new AssertionError(endpoint + ": no role (expected: one in LEAST)"));
    }

    private boolean isRefused(String endpoint, @Nullable Role role) throws Exception {
        MockHttpServletRequestBuilder request = of(endpoint).with(csrf());
        if (role != null) {
            request = request.with(user("test").authorities(authorities(role)));
        }
        var response = this.mvc.perform(request).andReturn().getResponse();
        String location = String.valueOf(response.getRedirectedUrl());
        return response.getStatus() == 401 || response.getStatus() == 403 || location.contains("/login");
    }

    private static MockHttpServletRequestBuilder of(String endpoint) {
        String[] parts = endpoint.split(" ");
        return request(HttpMethod.valueOf(parts[0]), parts[1]).header("Accept", "text/html");
    }

    private static List<GrantedAuthority> authorities(Role role) {
        List<String> names = new ArrayList<>();
        for (Role one : Role.values()) {
            if (one.compareTo(role) <= 0) {
                names.add("ROLE_" + one);
            }
        }
        return AuthorityUtils.createAuthorityList(names.toArray(String[]::new));
    }

}
