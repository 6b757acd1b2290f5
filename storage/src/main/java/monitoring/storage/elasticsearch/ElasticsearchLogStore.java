package monitoring.storage.elasticsearch;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import monitoring.storage.log.LogCount;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.WriteResult;

import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.action.support.IndicesOptions;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.indices.PutComposableIndexTemplateRequest;
import org.elasticsearch.cluster.metadata.AliasMetadata;
import org.elasticsearch.cluster.metadata.ComposableIndexTemplate;
import org.elasticsearch.cluster.metadata.Template;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.SearchHit;
import org.elasticsearch.search.aggregations.bucket.filter.Filter;
import org.elasticsearch.search.aggregations.bucket.histogram.Histogram;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.elasticsearch.search.fetch.subphase.highlight.HighlightField;
import org.jspecify.annotations.Nullable;

/**
 * Keeps log events in one index a day, by the day on which they happened (UTC), so that
 * an event that is written again lands on itself. What is written is found a second later
 * while somebody searches; the first search for half a minute waits for that second.
 */
final class ElasticsearchLogStore implements LogStore {

    /** Above the priority of the templates that come with Elasticsearch. */
    private static final long PRIORITY = 200;

    private final Calls calls;

    private final ElasticsearchProperties properties;

    private final DatedIndices indices;

    private final OldLogsProperties old;

    /** As many as there were bulks under way at one time. */
    private final Queue<BulkBody> bodies = new ConcurrentLinkedQueue<>();

    ElasticsearchLogStore(Calls calls, ElasticsearchProperties properties, OldLogsProperties old) {
        this.calls = calls;
        this.properties = properties;
        this.old = old;
        this.indices = new DatedIndices(calls, properties.index());
    }

    @Override
    public void prepare() {
        String alias = this.properties.index();
        Settings.Builder settings = Settings.builder()
            .put("index.number_of_shards", this.properties.shards())
            .put("index.auto_expand_replicas", "0-1");
        Lifecycle lifecycle = new Lifecycle(this.calls, alias);
        if (lifecycle.exists()) {
            settings.put("index.lifecycle.name", lifecycle.policy());
        }
        ComposableIndexTemplate template = new ComposableIndexTemplate(List.of(alias + "-*"),
                new Template(settings.build(), SideIndex.read("mappings.json"),
                        Map.of(alias, AliasMetadata.builder(alias).build())),
                null, PRIORITY, 1L, Map.of("owner", "paas-monitoring"));
        this.calls.call((client, options) -> client.indices()
            .putIndexTemplate(
                    new PutComposableIndexTemplateRequest().name("paas-monitoring-" + alias).indexTemplate(template),
                    options));
    }

    @Override
    public void check() {
        this.calls.call((client, options) -> client.ping(options));
    }

    @Override
    public List<WriteResult> write(List<LogEntry> entries) {
        if (entries.isEmpty()) {
            return List.of(); // Elasticsearch answers 400 to an empty bulk
        }
        @Nullable BulkBody free = this.bodies.poll();
        BulkBody body = (free != null) ? free : new BulkBody();
        List<WriteResult> results = this.calls.call((client, options) -> {
            Request request = new Request("POST", "/_bulk");
            request.addParameter("filter_path", BulkAnswer.FILTER);
            request.setEntity(body.write(entries, this.indices));
            try (InputStream answer = client.getLowLevelClient().performRequest(request).getEntity().getContent()) {
                return BulkAnswer.read(answer, entries);
            }
        });
        // not after a failure: the client may still be reading from it
        if (body.isWorthKeeping()) {
            this.bodies.offer(body);
        }
        return results;
    }

    @Override
    public LogPage search(LogQuery query) {
        SearchResponse response = ask(LogQueries.search(query, this.old.isThere()));
        List<LogPage.Hit> hits = new ArrayList<>();
        SearchHit last = null;
        for (SearchHit hit : response.getHits()) {
            hits.add(hit(hit));
            last = hit;
        }
        String next = (last != null && hits.size() == query.page().size()) ? LogQueries.cursor(last.getSortValues())
                : null;
        return new LogPage(hits, total(response), next);
    }

    private static long total(SearchResponse response) {
        return (response.getHits().getTotalHits() != null) ? response.getHits().getTotalHits().value : 0;
    }

    private static LogPage.Hit hit(SearchHit hit) {
        LogEntry entry = entry(hit);
        HighlightField highlighted = hit.getHighlightFields().get(LogQueries.MESSAGE);
        return new LogPage.Hit(entry, (highlighted != null) ? LogQueries.pieces(highlighted.fragments()[0].string())
                : List.of(new LogPage.Piece(entry.message(), false)));
    }

    private static LogEntry entry(SearchHit hit) {
        Map<String, Object> source = hit.getSourceAsMap();
        return OldDocuments.isOld(source) ? OldDocuments.read(hit.getId(), source) : Documents.read(source);
    }

    @Override
    public List<LogCount> histogram(LogQuery query, Duration step) {
        SearchResponse response = ask(LogQueries.histogram(query, step, this.old.isThere()));
        if (response.getAggregations() == null) {
            return List.of(); // no index yet
        }
        Histogram histogram = response.getAggregations().get(LogQueries.BUCKETS);
        Instant end = query.range().to().truncatedTo(ChronoUnit.MILLIS);
        List<LogCount> counts = new ArrayList<>();
        for (Histogram.Bucket bucket : histogram.getBuckets()) {
            Instant time = ((ZonedDateTime) bucket.getKey()).toInstant();
            if (bucket.getDocCount() == 0 && !time.isBefore(end)) {
                continue; // the cluster rounds the upper bound up
            }
            Filter errors = bucket.getAggregations().get(LogQueries.ERRORS);
            counts.add(new LogCount(time, bucket.getDocCount(), errors.getDocCount()));
        }
        return counts;
    }

    @Override
    public Optional<LogEntry> find(String id) {
        SearchResponse response = ask(
                new SearchSourceBuilder().query(QueryBuilders.idsQuery().addIds(id)).size(1).trackTotalHits(false));
        for (SearchHit hit : response.getHits()) {
            return Optional.of(entry(hit));
        }
        return Optional.empty();
    }

    private SearchResponse ask(SearchSourceBuilder source) {
        String[] indices = this.old.isThere() ? new String[] { this.properties.index(), this.old.index() }
                : new String[] { this.properties.index() };
        SearchRequest request = new SearchRequest(indices).source(source)
            .indicesOptions(IndicesOptions.lenientExpandOpen());
        return this.calls.call((client, options) -> client.search(request, options));
    }

    @Override
    public String toString() {
        return this.calls.toString();
    }

}
