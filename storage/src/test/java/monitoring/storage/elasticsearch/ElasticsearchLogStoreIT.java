package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import monitoring.localservers.ElasticsearchExtension;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogField;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogRetention;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreContract;
import monitoring.storage.log.LogStoreException;
import monitoring.storage.log.WriteResult;
import monitoring.storage.metric.TimeRange;

import org.elasticsearch.action.admin.cluster.settings.ClusterUpdateSettingsRequest;
import org.elasticsearch.action.admin.indices.delete.DeleteIndexRequest;
import org.elasticsearch.action.admin.indices.refresh.RefreshRequest;
import org.elasticsearch.action.admin.indices.settings.put.UpdateSettingsRequest;
import org.elasticsearch.action.index.IndexRequest;
import org.elasticsearch.action.support.WriteRequest;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestHighLevelClient;
import org.elasticsearch.common.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ElasticsearchLogStoreIT extends LogStoreContract {

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    private static final AtomicInteger number = new AtomicInteger();

    private final ElasticsearchConfiguration configuration = new ElasticsearchConfiguration();

    private final ElasticsearchProperties properties = properties("test" + number.incrementAndGet());

    private final RestHighLevelClient client = this.configuration.elasticsearchClient(this.properties);

    private final LogStore store = this.configuration.logStore(this.client, this.properties);

    private static ElasticsearchProperties properties(String index) {
        return new ElasticsearchProperties(List.of(URI.create(elasticsearch.url())), "", "", null, index, 1,
                Duration.ofSeconds(3), Duration.ofSeconds(30), false, false);
    }

    @BeforeEach
    void prepare() {
        this.store.prepare();
        this.store.prepare(); // the second start changes nothing
        this.store.check();
    }

    @AfterEach
    void close() throws IOException {
        LogRetention retention = retention();
        retention.days().forEach(retention::delete);
        this.client.close();
    }

    private LogRetention retention() {
        return this.configuration.logRetention(this.client, this.properties);
    }

    @Override
    protected LogStore store() {
        return this.store;
    }

    @Override
    protected void refresh() {
        try {
            this.client.indices().refresh(new RefreshRequest(this.properties.index()), RequestOptions.DEFAULT);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Test
    void findsWhatLogsearchKeptBesideItsOwn() throws IOException {
        String index = "old" + number.get();
        LogStore both = this.configuration.logStore(this.client, this.properties, new OldLogsProperties(index + "-*"));
        this.store.write(List.of(entry("own", NOON, "gorouter timeout")));
        refresh();
        for (int i = 0; i < 2; i++) {
            this.client.index(
                    new IndexRequest(index + "-2026.11.20").id("old-" + i)
                        .setRefreshPolicy(WriteRequest.RefreshPolicy.IMMEDIATE)
                        .source(Map.of("@timestamp", NOON.minusSeconds(60 + i).toString(), "@message",
                                "old timeout " + i, "@raw", "<11>1 old timeout " + i, "syslog_severity_code", 3,
                                "syslog_hostname", "10.9.9.9", "syslog_program", "gorouter", "syslog_sd_params",
                                Map.of("deployment", "cf-old", "group", "router", "id", "router-guid"))),
                    RequestOptions.DEFAULT);
        }
        TimeRange range = new TimeRange(NOON.minusSeconds(600), NOON.plusSeconds(600));
        LogQuery all = new LogQuery("timeout", range, Map.of(), LogSeverity.DEBUG, LogQuery.Page.newest(10));
        LogQuery ofRouter = new LogQuery("", range,
                Map.of(LogField.DEPLOYMENT, "cf-old", LogField.INSTANCE_ID, "router-guid"), LogSeverity.ERROR,
                new LogQuery.Page(1, true, null));

        assertThat(this.store.search(all).hits()).hasSize(1);
        assertThat(both.search(all).hits()).extracting((hit) -> hit.entry().id())
            .containsExactly("own", "old-0", "old-1");
        LogPage first = both.search(ofRouter);
        assertThat(first.hits().get(0).entry().message()).isEqualTo("old timeout 0");
        assertThat(first.hits().get(0).entry().syslog().severity()).isEqualTo(LogSeverity.ERROR);
        LogQuery next = new LogQuery("", range, ofRouter.filters(), LogSeverity.ERROR,
                new LogQuery.Page(1, true, first.next()));
        assertThat(both.search(next).hits()).extracting((hit) -> hit.entry().id()).containsExactly("old-1");
        assertThat(both.find("old-1")).map((entry) -> entry.syslog().host()).contains("10.9.9.9");
        assertThat(both.histogram(all, Duration.ofMinutes(20)).get(0).errors()).isEqualTo(2);
        this.client.indices().delete(new DeleteIndexRequest(index + "-2026.11.20"), RequestOptions.DEFAULT);
    }

    @Test
    void tellsAndForgetsDayByDay() {
        Instant day = Instant.parse("2026-11-19T23:59:59Z");
        this.store.write(List.of(entry("a", day, "a"), entry("b", day.plusSeconds(1), "b")));
        refresh();
        assertThat(retention().days()).extracting(LogRetention.LogDay::day)
            .containsExactly(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 20));
        assertThat(retention().days()).allSatisfy((kept) -> assertThat(kept.bytes()).isPositive());
        retention().delete(retention().days().get(0));
        assertThat(this.store.find("a")).isEmpty();
        assertThat(this.store.find("b")).isPresent();
    }

    @Test
    void leavesForgettingToUsWithoutLifecycleManagement() {
        assertThat(retention().handOver(Duration.ofDays(30))).isFalse();
    }

    @Test
    void isRetryableWhileAnIndexIsReadOnly() throws IOException {
        this.store.write(List.of(entry("a", NOON, "a")));
        block(true);
        assertThat(this.store.write(List.of(entry("b", NOON, "b")))).singleElement()
            .satisfies((result) -> assertThat(result.outcome()).isEqualTo(WriteResult.Outcome.RETRYABLE))
            .satisfies((result) -> assertThat(result.reason()).contains("read-only"));
        block(false);
        assertThat(this.store.write(List.of(entry("b", NOON, "b")))).extracting(WriteResult::outcome)
            .containsExactly(WriteResult.Outcome.KEPT);
    }

    /** The cluster's fault, not the event's, though the answer is 400. */
    @Test
    void isRetryableWhileTheClusterTakesNoMoreShards() throws IOException {
        this.store.write(List.of(entry("a", NOON, "a")));
        shardsPerNode("1");
        try {
            assertThat(this.store.write(List.of(entry("b", NOON.minus(Duration.ofDays(3)), "b")))).singleElement()
                .satisfies((result) -> assertThat(result.outcome()).isEqualTo(WriteResult.Outcome.RETRYABLE))
                .satisfies((result) -> assertThat(result.reason()).contains("maximum"));
        }
        finally {
            shardsPerNode(null);
        }
    }

    private void shardsPerNode(@Nullable String limit) throws IOException {
        this.client.cluster()
            .putSettings(new ClusterUpdateSettingsRequest().persistentSettings(
                    Settings.builder().put("cluster.max_shards_per_node", limit)), RequestOptions.DEFAULT);
    }

    private void block(boolean readOnly) throws IOException {
        Settings settings = Settings.builder().put("index.blocks.read_only_allow_delete", readOnly).build();
        this.client.indices()
            .putSettings(new UpdateSettingsRequest(this.properties.index()).settings(settings), RequestOptions.DEFAULT);
    }

    @Test
    void refusesOnlyTheEventThatIsWrong() {
        LogEntry before1970 = entry("old", Instant.parse("1901-01-01T00:00:00Z"), "too old for nanoseconds");
        assertThat(this.store.write(List.of(entry("a", NOON, "a"), before1970, entry("c", NOON, "c"))))
            .extracting(WriteResult::outcome)
            .containsExactly(WriteResult.Outcome.KEPT, WriteResult.Outcome.REFUSED, WriteResult.Outcome.KEPT);
    }

    @Test
    void takesAVeryLongLine() {
        String message = "x".repeat(200_000) + " end";
        Map<String, Object> fields = Map.of("stack", "y".repeat(100_000));
        LogEntry entry = new LogEntry("long", NOON, NOON, "peer", message,
                new LogEntry.SyslogHeader(LogSeverity.INFO, 1, "h", "p".repeat(5000), "", ""), null, null, fields,
                "raw", Set.of());
        assertThat(this.store.write(List.of(entry))).extracting(WriteResult::outcome)
            .containsExactly(WriteResult.Outcome.KEPT);
        refresh();
        assertThat(this.store.find("long")).contains(entry);
    }

    @ParameterizedTest
    @ValueSource(strings = { "*ing", "message:(", "a AND AND" })
    void saysWhatIsWrongWithAQuery(String text) {
        this.store.write(List.of(entry("a", NOON, "a")));
        refresh();
        assertThatExceptionOfType(LogStoreException.class).isThrownBy(() -> this.store.search(query(text)))
            .withMessageContaining(elasticsearch.url() + " answered 400")
            .matches((ex) -> !ex.isRetryable());
    }

    @Test
    void namesTheAddressThatDoesNotAnswer() throws IOException {
        ElasticsearchProperties nobody = ElasticsearchProperties.at(URI.create("http://127.0.0.1:1"));
        try (RestHighLevelClient client = this.configuration.elasticsearchClient(nobody)) {
            LogStore store = this.configuration.logStore(client, nobody);
            assertThatExceptionOfType(LogStoreException.class).isThrownBy(store::check)
                .withMessageContaining("http://127.0.0.1:1 did not answer")
                .matches(LogStoreException::isRetryable);
            assertThatExceptionOfType(LogStoreException.class)
                .isThrownBy(() -> store.write(List.of(entry("a", NOON, "a"))))
                .matches(LogStoreException::isRetryable);
        }
    }

    @Test
    void failsInItsOwnWayWhenTheClientHasStopped() throws IOException {
        ElasticsearchProperties properties = ElasticsearchProperties.at(URI.create(elasticsearch.url()));
        RestHighLevelClient client = this.configuration.elasticsearchClient(properties);
        LogStore store = this.configuration.logStore(client, properties);
        store.check();
        client.close();
        assertThatExceptionOfType(LogStoreException.class).isThrownBy(() -> store.write(List.of(entry("a", NOON, "a"))))
            .matches(LogStoreException::isRetryable);
    }

    private static LogQuery query(String text) {
        return new LogQuery(text, TimeRange.before(NOON.plusSeconds(60), Duration.ofHours(1)), Map.of(),
                LogSeverity.DEBUG, LogQuery.Page.newest(10));
    }

}
