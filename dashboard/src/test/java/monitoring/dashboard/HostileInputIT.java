package monitoring.dashboard;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.account.AccountStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/**
 * Sends hostile values in every parameter of every endpoint of the running program, on a
 * real H2 and beside an InfluxDB and an Elasticsearch that write down what they are
 * asked: nothing breaks, nothing is reflected as markup, and no value leaves its quotes.
 */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:hostile;DB_CLOSE_DELAY=-1")
class HostileInputIT {

    private static final Logger logger = LoggerFactory.getLogger(HostileInputIT.class);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> PAYLOADS = List.of("hostile' or '1'='1'; drop table accounts; --",
            "hostile\"; drop database \"x\"; --", "hostile\\' or 1=1 --", "hostile/ or \"x\" =~ /.*",
            "hostile) OR _exists_:(x [* TO", "hostile\",\"script\":{\"source\":\"1\"}",
            "'\"><script>hostile()</script><img src=x onerror=hostile()>", "hostile\r\nSet-Cookie: hostile=1",
            "../../hostile/../../etc/passwd", "hostile%s%n%x${7*7}#{7*7}__${7*7}__::.x", "hostile\u0000x",
            "//hostile.example/", "https://hostile.example/", "hostile" + "x".repeat(9000), "9223372036854775808");

    /** What stands in the other fields, so that a form is read to its end. */
    private static final Map<String, String> PLAIN = Map.ofEntries(Map.entry("origin", "VM"),
            Map.entry("resource", "LOAD"), Map.entry("warning", "61"), Map.entry("critical", "71"),
            Map.entry("measure", "600"), Map.entry("repeat", "10"), Map.entry("recovery", "5"),
            Map.entry("raiseAfter", "1"), Map.entry("resolveAfter", "1"), Map.entry("name", "plain"),
            Map.entry("channel", "MAIL"), Map.entry("address", "ops@example.org"), Map.entry("level", "0"),
            Map.entry("hourlyLimit", "60"), Map.entry("zone", "UTC"), Map.entry("starts", "2026-11-21T02:00"),
            Map.entry("ends", "2026-11-21T04:00"), Map.entry("reason", "patch day"), Map.entry("language", "en"),
            Map.entry("password", "correct horse"), Map.entry("role", "ADMINISTRATOR"), Map.entry("enabled", "on"),
            Map.entry("scope", "READ"), Map.entry("index", "0"), Map.entry("description", "done"),
            Map.entry("current", "wrong"));

    private static final AskedStores asked = AskedStores.start();

    private final MockMvc mvc;

    private final RequestMappingHandlerMapping mapping;

    private final UserDetailsService users;

    private final AccountStore accounts;

    private final List<String> wrong = new ArrayList<>();

    @Autowired
    HostileInputIT(WebApplicationContext context, RequestMappingHandlerMapping requestMappingHandlerMapping,
            UserDetailsService users, AccountStore accounts) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        this.mapping = requestMappingHandlerMapping;
        this.users = users;
        this.accounts = accounts;
    }

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        registry.add("monitoring.influx.url", asked::url);
        registry.add("monitoring.elasticsearch.url", asked::url);
    }

    @AfterAll
    static void stop() {
        asked.close();
    }

    @Test
    void breaksNothingAndIsNeverMoreThanAValue() throws Exception {
        StringBuilder covered = new StringBuilder();
        int requests = 0;
        for (Map.Entry<String, HandlerMethod> endpoint : Endpoints.running(this.mapping).entrySet()) {
            Map<String, Where> parameters = parameters(endpoint.getValue());
            covered.append("\n%-60s %s".formatted(endpoint.getKey(), parameters.keySet()));
            for (String parameter : parameters.keySet()) {
                for (String payload : PAYLOADS) {
                    send(endpoint.getKey(), parameters, parameter, payload);
                    requests++;
                }
            }
        }
        logger.info("{} hostile requests to {} endpoints; InfluxDB was asked {} times, Elasticsearch {} times:{}",
                requests, Endpoints.running(this.mapping).size(), asked.statements().size(), asked.searches().size(),
                covered);
        assertThat(this.wrong).isEmpty();
        assertThat(asked.statements()).isNotEmpty();
        assertThat(asked.searches()).isNotEmpty();
        assertThat(asked.escaped()).isEmpty();
        assertThat(this.accounts.account("admin")).isPresent();
    }

    private void send(String endpoint, Map<String, Where> parameters, String hostile, String payload) throws Exception {
        MockHttpServletResponse answer;
        try {
            answer = this.mvc.perform(of(endpoint, parameters, hostile, payload)).andReturn().getResponse();
        }
        catch (IllegalArgumentException ex) {
            // a header with a line break is never sent by MockMvc
            assertThat(parameters.get(hostile)).isEqualTo(Where.HEADER);
            return;
        }
        String what = endpoint + " " + hostile + "=" + payload.substring(0, Math.min(60, payload.length()));
        String body = answer.getContentAsString();
        if (answer.getStatus() >= 500) {
            this.wrong.add(what + ": " + answer.getStatus());
        }
        boolean markup = String.valueOf(answer.getContentType()).startsWith("text/html");
        if (markup && (body.contains("<script>hostile") || body.contains("<img src=x"))) {
            this.wrong.add(what + ": reflected as markup");
        }
        if (body.contains("%x49") || body.contains("#{49}") || body.contains("__49__")) {
            this.wrong.add(what + ": evaluated");
        }
        String location = String.valueOf(answer.getHeader("Location"));
        if (location.startsWith("//") || location.contains("://")) {
            this.wrong.add(what + ": leads to " + location);
        }
        if (answer.getHeaders("Set-Cookie").stream().anyMatch((cookie) -> cookie.contains("hostile"))) {
            this.wrong.add(what + ": sets a cookie");
        }
    }

    private MockHttpServletRequestBuilder of(String endpoint, Map<String, Where> parameters, String hostile,
            String payload) {
        String[] words = endpoint.split(" ");
        List<Object> path = new ArrayList<>();
        Map<String, String> body = new LinkedHashMap<>();
        parameters.forEach((name, where) -> {
            if (where == Where.PATH) {
                path.add(name.equals(hostile) ? payload : PLAIN.getOrDefault(name, "1"));
            }
        });
        MockHttpServletRequestBuilder request = request(HttpMethod.valueOf(words[0]), words[1], path.toArray());
        request.with(csrf()).with(user(this.users.loadUserByUsername("admin"))).header("Accept", "text/html, */*");
        parameters.forEach((name, where) -> {
            String value = name.equals(hostile) ? payload : PLAIN.get(name);
            if (value != null) {
                switch (where) {
                    case QUERY -> request.param(name, value);
                    case HEADER -> request.header(name, value);
                    case BODY -> body.put(name, value);
                    case PATH -> {
                    }
                }
            }
        });
        if (parameters.containsValue(Where.BODY)) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        return request;
    }

    /** Every value that an endpoint reads, and where from. */
    private static Map<String, Where> parameters(HandlerMethod handler) {
        Map<String, Where> found = new LinkedHashMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            String name = String.valueOf(parameter.getParameterName());
            RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                found.put(name, Where.PATH);
            }
            else if (parameter.hasParameterAnnotation(RequestParam.class)) {
                found.put(name, Where.QUERY);
            }
            else if (header != null) {
                found.put(header.name(), Where.HEADER);
            }
            else {
                Where where = parameter.hasParameterAnnotation(RequestBody.class) ? Where.BODY : Where.QUERY;
                fields(parameter.getParameterType()).forEach((field) -> found.putIfAbsent(field, where));
            }
        }
        return found;
    }

    private static List<String> fields(Class<?> type) {
        if (Map.class.isAssignableFrom(type)) {
            return List.of("appGuid", "cpuMinThreshold", "cpuWarningThreshold", "email", "measureTimeSec");
        }
        if (!type.isRecord() || !type.getName().startsWith("monitoring.")) {
            return List.of();
        }
        return List.of(type.getRecordComponents()).stream().map(RecordComponent::getName).toList();
    }

    /** Where an endpoint reads a value from. */
    private enum Where {

        PATH, QUERY, HEADER, BODY

    }

}
