package monitoring.endtoend;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From a real rsyslogd over RELP to documents in Elasticsearch. */
@ExtendWith(PlatformExtension.class)
class LogDeliveryIT {

    private static final int LINES = 10_000;

    @Test
    void makesOneDocumentOfEachLine(Platform platform, @TempDir Path folder) throws Exception {
        String run = "run" + UUID.randomUUID().toString().replace("-", "");
        Path lines = folder.resolve("lines.log");
        Files.write(lines, IntStream.rangeClosed(1, LINES).mapToObj((number) -> line(run, number)).toList());
        URI count = platform.uri("elasticsearch.url").resolve("/logs*/_count");
        try (Rsyslogd sender = Rsyslogd.start(folder, lines, platform.port("relay.relp.port"))) {
            // An index that is being created answers 503.
            await("documents of " + run).atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptionsInstanceOf(IllegalStateException.class)
                .untilAsserted(() -> assertThat(Http.post(count, query(run)).path("count").asInt()).isEqualTo(LINES));
        }
        JsonNode hits = Http.post(platform.uri("elasticsearch.url").resolve("/logs*/_search"), query(run + " AND 4711"))
            .at("/hits/hits");
        assertThat(hits.toString()).contains("diego-cell", "z2", "83bd66e5-3fdf-44b7-bdd6-508deae7c786", "10.0.1.17");
    }

    private static String line(String run, int number) {
        return "<14>1 " + Instant.now()
                + " 10.0.1.17 rep rs2 - [instance@47450 director=\"micro-bosh\" deployment=\"cf\" group=\"diego-cell\""
                + " az=\"z2\" id=\"83bd66e5-3fdf-44b7-bdd6-508deae7c786\"] " + run + " line " + number;
    }

    private static String query(String text) {
        return """
                {"query": {"query_string": {"query": "%s", "default_operator": "AND"}}}""".formatted(text);
    }

}
