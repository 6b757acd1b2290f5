package monitoring.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the REST API to everything the screens show and do: each mapping of a screen has
 * its endpoints in screens.txt, or a reason why not.
 */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:parity;DB_CLOSE_DELAY=-1")
class ScreenParityTest {

    private static final Logger logger = LoggerFactory.getLogger(ScreenParityTest.class);

    private static final Pattern LINE = Pattern.compile("([A-Z]+)\\s+(\\S+)\\s+([=-]) (.+)");

    /** Who may, least first; a person may what a member may. */
    private static final List<String> ROLES = List.of("everybody", "member", "viewer", "operator", "administrator");

    private final RequestMappingHandlerMapping mapping;

    @Autowired
    ScreenParityTest(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.mapping = requestMappingHandlerMapping;
    }

    @Test
    void nameEveryMappingOfTheScreens() {
        Set<String> screens = new TreeSet<>(Endpoints.running(this.mapping).keySet());
        screens.removeIf(ScreenParityTest::isOfTheApi);
        assertThat(table().keySet()).as("screens.txt, and the screens of the running program").isEqualTo(screens);
    }

    @Test
    void leadToEndpointsThatRunAndLetNobodyElseIn() {
        Map<String, String> roles = Endpoints.declared();
        Set<String> running = Endpoints.running(this.mapping).keySet();
        List<String> wrong = new ArrayList<>();
        table().forEach((screen, line) -> line.endpoints().forEach((endpoint) -> {
            if (!isOfTheApi(endpoint) || !running.contains(endpoint)) {
                wrong.add(screen + ": " + endpoint + " does not run");
            }
            else if (rank(roles.get(endpoint)) < rank(roles.get(screen))) {
                wrong
                    .add(screen + " is for " + roles.get(screen) + ", but " + endpoint + " for " + roles.get(endpoint));
            }
        }));
        long excepted = table().values().stream().filter((line) -> line.endpoints().isEmpty()).count();
        logger.info("{} mappings of screens: {} have endpoints, {} have none and say why", table().size(),
                table().size() - excepted, excepted);
        assertThat(wrong).isEmpty();
    }

    /**
     * Who changes something by a screen, changes it by an endpoint that is no mere GET.
     */
    @Test
    void changeByTheApiWhatTheScreensChange() {
        table().forEach((screen, line) -> {
            if (!screen.startsWith("GET ") && !line.endpoints().isEmpty()) {
                assertThat(line.endpoints()).as(screen).anyMatch((endpoint) -> !endpoint.startsWith("GET "));
            }
        });
    }

    private static boolean isOfTheApi(String endpoint) {
        return endpoint.contains(" /api/v1/");
    }

    private static int rank(String role) {
        return switch (role) {
            case "person" -> ROLES.indexOf("member");
            case "keeper" -> ROLES.indexOf("viewer");
            default -> ROLES.indexOf(role);
        };
    }

    private static Map<String, Line> table() {
        Map<String, Line> table = new TreeMap<>();
        for (String text : lines()) {
            Matcher line = LINE.matcher(text.strip());
            if (!line.matches()) {
                throw new IllegalStateException("screens.txt: " + text + " (expected: METHOD path = or - ...)");
            }
            boolean named = "=".equals(line.group(3));
            List<String> endpoints = named ? List.of(line.group(4).split(", ")) : List.of();
            if (table.put(line.group(1) + " " + line.group(2), new Line(endpoints)) != null) {
                throw new IllegalStateException("screens.txt: " + text + " (expected: once)");
            }
        }
        return table;
    }

    private static List<String> lines() {
        try {
            String text = new ClassPathResource("monitoring/dashboard/screens.txt")
                .getContentAsString(StandardCharsets.UTF_8);
            return text.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * What of the API does the same as a mapping of a screen.
     *
     * @param endpoints as "METHOD path"; empty where it says why there is none
     */
    private record Line(List<String> endpoints) {
    }

}
