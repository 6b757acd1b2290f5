package monitoring.storage.elasticsearch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.WriteResult;
import org.apache.http.HttpEntity;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.RestHighLevelClient;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class BulkBodyTest {

    private static final ObjectMapper json = new ObjectMapper();

    private final ElasticsearchProperties properties = ElasticsearchProperties.at(URI.create("http://127.0.0.1:9"));

    @Test
    void hasALineForTheActionAndOneForTheDocumentOfEachEvent() throws IOException {
        List<LogEntry> entries = List.of(entry("a", "2026-11-21T23:59:59.999999999Z"),
                entry("b", "2026-11-22T00:00:00Z"));
        BulkBody body = new BulkBody();
        try (RestHighLevelClient client = Clients.of(this.properties)) {
            DatedIndices indices = new DatedIndices(new Calls(client, this.properties), "logs");
            body.write(List.of(entry("longer, and written before", "1969-12-31T23:59:59Z")), indices);
            HttpEntity entity = body.write(entries, indices);
            String text = EntityUtils.toString(entity, StandardCharsets.UTF_8);
            assertThat(entity.getContentLength()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
            String[] lines = text.split("\n", -1);
            assertThat(lines).hasSize(5).endsWith("");
            assertThat(lines[0]).isEqualTo("{\"index\":{\"_index\":\"logs-2026.11.21\",\"_id\":\"a\"}}");
            assertThat(lines[2]).isEqualTo("{\"index\":{\"_index\":\"logs-2026.11.22\",\"_id\":\"b\"}}");
            assertThat(Documents.read(read(lines[1]))).isEqualTo(entries.get(0));
            assertThat(Documents.read(read(lines[3]))).isEqualTo(entries.get(1));
        }
    }

    @Test
    void isAnsweredInAWordWhenAllIsKept() throws IOException {
        assertThat(answer("{\"errors\":false}")).extracting(WriteResult::outcome)
            .containsOnly(WriteResult.Outcome.KEPT)
            .hasSize(5);
    }

    @Test
    void isAnsweredItemByItemWhenSomethingIsNot() throws IOException {
        List<WriteResult> results = answer("""
                {"errors":true,"items":[{"index":{"status":201}},
                {"index":{"status":400,"error":{"type":"mapper_parsing_exception","reason":"failed to parse",
                 "caused_by":{"type":"x","reason":"type=validation_exception"}}}},
                {"index":{"status":400,"error":{"type":"validation_exception","reason":"maximum shards open"}}},
                {"index":{"status":429,"error":{"type":"es_rejected_execution_exception","reason":"full"}}},
                {"index":{"status":200}}]}""");
        assertThat(results).extracting(WriteResult::outcome)
            .containsExactly(WriteResult.Outcome.KEPT, WriteResult.Outcome.REFUSED, WriteResult.Outcome.RETRYABLE,
                    WriteResult.Outcome.RETRYABLE, WriteResult.Outcome.KEPT);
        assertThat(results.get(1).id()).isEqualTo("1");
        assertThat(results.get(1).reason())
            .isEqualTo("mapper_parsing_exception: failed to parse: type=validation_exception");
    }

    @Test
    void takesNoAnswerForOneThatTellsLess() {
        assertThatIOException().isThrownBy(() -> answer("{\"errors\":true,\"items\":[{\"index\":{\"status\":201}}]}"))
            .withMessageContaining("expected: 5");
        assertThatIOException().isThrownBy(() -> answer("{}")).withMessageContaining("expected: errors and items");
        assertThatIOException().isThrownBy(() -> answer("<html>"));
    }

    private static List<WriteResult> answer(String text) throws IOException {
        List<LogEntry> entries = List.of("0", "1", "2", "3", "4")
            .stream()
            .map((id) -> entry(id, "2026-11-21T00:00:00Z"))
            .toList();
        return BulkAnswer.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), entries);
    }

    private static Map<String, Object> read(String line) throws IOException {
        return json.readValue(line, new TypeReference<>() {
        });
    }

    private static LogEntry entry(String id, String time) {
        return new LogEntry(id, Instant.parse(time), Instant.parse("2026-11-22T00:00:01.5Z"), "10.0.1.17",
                "한글 \"quoted\"\n\tat Line \uD83D\uDE80",
                new LogEntry.SyslogHeader(LogSeverity.ERROR, 3, "host", "program", "17", ""),
                new LogEntry.BoshInstance("director", "cf", "cell", "z1", "83bd"),
                new LogEntry.AppSource("guid", "name", "space", "org", "APP/PROC/WEB", 0),
                Map.of("bytes", new BigInteger("18446744073709551615"), "ok", true, "text", "words"), "json",
                Set.of("a-flag", "no-syslog-header"));
    }

}
