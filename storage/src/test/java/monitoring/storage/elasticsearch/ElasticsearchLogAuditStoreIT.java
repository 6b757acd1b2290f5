package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import monitoring.localservers.ElasticsearchExtension;
import monitoring.storage.log.LogAuditCounts;
import monitoring.storage.log.LogAuditLine;
import monitoring.storage.log.LogAuditLine.Figure;
import monitoring.storage.log.LogAuditStore;
import monitoring.storage.metric.TimeRange;

import org.elasticsearch.action.admin.indices.refresh.RefreshRequest;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestHighLevelClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ElasticsearchLogAuditStoreIT {

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    private static final Instant HOUR = Instant.parse("2026-11-20T12:00:00Z");

    private static final TimeRange DAY = TimeRange.before(HOUR.plus(1, ChronoUnit.HOURS), Duration.ofDays(1));

    private final ElasticsearchConfiguration configuration = new ElasticsearchConfiguration();

    private final ElasticsearchProperties properties = new ElasticsearchProperties(
            List.of(URI.create(elasticsearch.url())), "", "", null, "books-" + UUID.randomUUID(), 1,
            Duration.ofSeconds(3), Duration.ofSeconds(30), false, false);

    private final RestHighLevelClient client = this.configuration.elasticsearchClient(this.properties);

    private final LogAuditStore store = this.configuration.logAuditStore(this.client, this.properties);

    @BeforeEach
    void prepare() {
        this.store.prepare();
        this.store.prepare(); // the second start changes nothing
    }

    @AfterEach
    void close() throws IOException {
        this.client.close();
    }

    @Test
    void keepsTheNewestStateOfEachLine() throws IOException {
        LogAuditLine first = line(HOUR, "10.0.1.17", 5);
        LogAuditLine other = line(HOUR, "10.0.1.16", 7);
        LogAuditLine later = line(HOUR.plus(1, ChronoUnit.HOURS), "10.0.1.17", 1);
        LogAuditLine grown = line(HOUR, "10.0.1.17", 6);
        this.store.write(List.of(first, other, later));
        this.store.write(List.of(grown));
        refresh();
        assertThat(this.store.find(DAY)).containsExactly(other, grown);
    }

    @Test
    void leavesNoneOutHoweverManyThereAre() throws IOException {
        List<LogAuditLine> many = IntStream.range(0, 10_001)
            .mapToObj((number) -> line(HOUR, "10.1." + number / 256 + "." + number % 256, 1))
            .toList();
        this.store.write(many);
        refresh();
        assertThat(this.store.find(DAY)).containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    void forgetsOldHours() throws IOException {
        this.store.write(List.of(line(HOUR, "a", 1), line(HOUR.minusSeconds(3600), "a", 1)));
        refresh();
        assertThat(this.store.forgetBefore(HOUR)).isEqualTo(1);
        assertThat(this.store.find(DAY)).containsExactly(line(HOUR, "a", 1));
    }

    private static LogAuditLine line(Instant hour, String peer, long count) {
        LogAuditCounts counts = LogAuditCounts.NONE.plus(new LogAuditCounts(Map.of(Figure.RECEIVED, count,
                Figure.JOURNALED, count, Figure.INDEXED, 1L, Figure.IN_FLIGHT, count - 1)));
        assertThat(counts.addUp()).isTrue();
        return new LogAuditLine("0123456789abcdef", hour, "relp-tls", peer, counts);
    }

    private void refresh() throws IOException {
        this.client.indices().refresh(new RefreshRequest(this.properties.index() + "-audit"), RequestOptions.DEFAULT);
    }

}
