package monitoring.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A first start in an empty folder, a stop that leaves nothing, and a second start that
 * finds everything.
 */
@Order(1)
class LifecycleIT {

    private static final Duration SECOND_START = Duration.ofSeconds(120);

    private static final List<String> KEYS = List.of("dashboard.url", "relay.relp.port", "influx.url",
            "elasticsearch.url", "smtp.port", "inbox.url", "database.url", "admin.user", "admin.password",
            "pid.dashboard", "pid.batch", "pid.syslog-relp-relay", "pid.metric-agent", "pid.influxd",
            "pid.elasticsearch");

    @Test
    void findsEverythingAgainAfterAStopThatLeavesNothing(@TempDir Path data) throws Exception {
        int offset = Platform.freeOffset();
        String password;
        long documents;
        long points;
        Instant stopped;
        try (Platform first = Platform.start(data, offset, Map.of())) {
            assertThat(KEYS).allSatisfy((key) -> assertThat(first.endpoint(key)).isNotBlank());
            assertThat(
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("endpoints.properties"))))
                .isEqualTo("rw-------");
            password = first.endpoint("admin.password");
            // An index that is being created answers 503.
            await("logs of the foundation").atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(IllegalStateException.class)
                .until(() -> documents(first) > 10);
            stopped = Instant.now();
            documents = documents(first);
            points = pointsUntil(first, stopped);
            assertThat(points).isPositive();
        }
        Instant again = Instant.now();
        try (Platform second = Platform.start(data, offset, Map.of())) {
            assertThat(Duration.between(again, Instant.now())).isLessThan(SECOND_START);
            assertThat(second.endpoint("admin.password")).isEqualTo(password);
            assertThat(documents(second)).isGreaterThanOrEqualTo(documents);
            assertThat(pointsUntil(second, stopped)).isGreaterThanOrEqualTo(points);
            try (Browser browser = new Browser()) {
                Page page = browser.signIn(second, "en", new NewContextOptions());
                assertThat(page.title()).contains("PaaS Monitoring");
            }
        }
    }

    private static long documents(Platform platform) {
        return Http.get(platform.uri("elasticsearch.url").resolve("/logs*/_count")).path("count").asLong();
    }

    private static long pointsUntil(Platform platform, Instant end) {
        return Http
            .influx(platform.uri("influx.url"), "cf_metric_db",
                    "SELECT count(value) FROM cf_metrics WHERE time > now() - 30d AND time < '" + end + "'")
            .at("/0/values/0/1")
            .asLong();
    }

}
