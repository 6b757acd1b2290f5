package monitoring.dashboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

import monitoring.dashboard.EndpointParameter.Where;
import monitoring.dashboard.web.StoreWatch;
import monitoring.storage.account.AccountStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
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
            Map.entry("current", "wrong"), Map.entry("cpuWarning", "70"), Map.entry("cpuCritical", "80"),
            Map.entry("memoryWarning", "70"), Map.entry("memoryCritical", "80"), Map.entry("If-Match", "*"));

    /**
     * Endpoints of one feature take turns, so that none changes what another one reads.
     */
    private static final int LANES = 4;

    private static final AskedStores asked = AskedStores.start();

    private final MockMvc mvc;

    private final RequestMappingHandlerMapping mapping;

    private final UserDetails admin;

    private final AccountStore accounts;

    private final StoreWatch stores;

    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    private final LongAdder requests = new LongAdder();

    @Autowired
    HostileInputIT(WebApplicationContext context, RequestMappingHandlerMapping requestMappingHandlerMapping,
            UserDetailsService users, AccountStore accounts, StoreWatch stores) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        this.mapping = requestMappingHandlerMapping;
        this.admin = users.loadUserByUsername("admin");
        this.accounts = accounts;
        this.stores = stores;
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
        Map<String, HandlerMethod> endpoints = Endpoints.running(this.mapping);
        Map<String, List<EndpointParameter>> parameters = new TreeMap<>();
        endpoints.forEach((endpoint, handler) -> parameters.put(endpoint, EndpointParameter.of(handler)));
        HostileValues values = new HostileValues(parameters.values());
        Map<String, List<Callable<Void>>> features = new TreeMap<>();
        StringBuilder covered = new StringBuilder();
        parameters.forEach((endpoint, all) -> {
            covered.append("\n%-60s %s".formatted(endpoint, all.stream().map(EndpointParameter::name).toList()));
            String feature = endpoints.get(endpoint).getBeanType().getPackageName();
            all.forEach((one) -> features.computeIfAbsent(feature, (name) -> new ArrayList<>())
                .add(sending(endpoint, all, one, values.deal(one))));
        });
        inLanes(features.values());
        logger.info(
                "{} hostile requests to {} parameters of {} endpoints; InfluxDB was asked {} times,"
                        + " Elasticsearch {} times:{}",
                this.requests, parameters.values().stream().mapToInt(List::size).sum(), parameters.size(),
                asked.statements().size(), asked.searches().size(), covered);
        assertThat(this.wrong).isEmpty();
        assertThat(asked.statements()).isNotEmpty();
        assertThat(asked.searches()).isNotEmpty();
        assertThat(asked.escaped()).isEmpty();
        assertThat(this.accounts.account("admin")).isPresent();
    }

    private Callable<Void> sending(String endpoint, List<EndpointParameter> all, EndpointParameter hostile,
            List<String> values) {
        return () -> {
            for (String value : values) {
                send(endpoint, all, hostile, value);
            }
            return null;
        };
    }

    /** Feature by feature, the largest first; what one throws is thrown. */
    private static void inLanes(Collection<List<Callable<Void>>> features) throws Exception {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<Callable<Void>> turns = features.stream()
                .sorted(Comparator.<List<Callable<Void>>>comparingInt(List::size).reversed())
                .<Callable<Void>>map((feature) -> () -> {
                    for (Callable<Void> one : feature) {
                        one.call();
                    }
                    return null;
                })
                .toList();
            for (Future<Void> turn : lanes.invokeAll(turns)) {
                turn.get();
            }
        }
        finally {
            lanes.shutdownNow();
        }
    }

    private void send(String endpoint, List<EndpointParameter> parameters, EndpointParameter hostile, String payload)
            throws Exception {
        this.requests.increment();
        MockHttpServletResponse answer;
        try {
            answer = this.mvc.perform(of(endpoint, parameters, hostile, payload)).andReturn().getResponse();
        }
        catch (IllegalArgumentException ex) {
            // a header with a line break is never sent by MockMvc
            assertThat(hostile.where()).isEqualTo(Where.HEADER);
            return;
        }
        String what = endpoint + " " + hostile.name() + "=" + payload.substring(0, Math.min(60, payload.length()));
        String body = answer.getContentAsString();
        if (answer.getStatus() >= 500) {
            this.wrong.add(what + ": " + answer.getStatus());
        }
        // no store is asked for a while that did not understand what it was asked
        if (!this.stores.away().isEmpty()) {
            this.wrong.add(what + ": " + this.stores.away());
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

    private MockHttpServletRequestBuilder of(String endpoint, List<EndpointParameter> parameters,
            EndpointParameter hostile, String payload) {
        String[] words = endpoint.split(" ");
        Object[] path = parameters.stream()
            .filter((one) -> one.where() == Where.PATH)
            .map((one) -> one.equals(hostile) ? payload : PLAIN.getOrDefault(one.name(), "1"))
            .toArray();
        MockHttpServletRequestBuilder request = request(HttpMethod.valueOf(words[0]), words[1], path);
        request.with(csrf()).with(user(this.admin)).header("Accept", "text/html, */*");
        Map<String, Object> body = new LinkedHashMap<>();
        for (EndpointParameter one : parameters) {
            String value = one.equals(hostile) ? payload : PLAIN.get(one.name());
            if (value != null) {
                switch (one.where()) {
                    case QUERY -> request.param(one.name(), value);
                    case HEADER -> request.header(one.name(), value);
                    case BODY -> body.put(one.name(), one.many() ? List.of(value) : value);
                    case PATH -> {
                    }
                }
            }
        }
        if (parameters.stream().anyMatch((one) -> one.where() == Where.BODY)) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        return request;
    }

}
