package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import monitoring.storage.log.LogStoreException;
import monitoring.storage.log.WriteResult;

import org.elasticsearch.action.bulk.BulkItemResponse;
import org.elasticsearch.action.bulk.BulkRequest;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.action.support.IndicesOptions;
import org.elasticsearch.client.indices.CreateIndexRequest;
import org.elasticsearch.client.indices.GetIndexRequest;
import org.elasticsearch.client.indices.PutComposableIndexTemplateRequest;
import org.elasticsearch.cluster.metadata.ComposableIndexTemplate;
import org.elasticsearch.cluster.metadata.Template;
import org.elasticsearch.common.compress.CompressedXContent;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.index.reindex.DeleteByQueryRequest;
import org.elasticsearch.search.builder.SearchSourceBuilder;

/**
 * One index beside the dated ones, with mappings of its own. Its name begins as theirs
 * do, so a template of its own keeps it out of their alias.
 */
final class SideIndex {

    /** Above the priority of the dated indices' template. */
    private static final long PRIORITY = 300;

    private final Calls calls;

    private final String name;

    private final String mappings;

    /**
     * An index; nothing is asked yet.
     * @param mappings name of the file with its mappings, beside this class
     */
    SideIndex(Calls calls, String name, String mappings) {
        this.calls = calls;
        this.name = name;
        this.mappings = mappings;
    }

    String name() {
        return this.name;
    }

    void prepare() {
        Settings settings = Settings.builder()
            .put("index.number_of_shards", 1)
            .put("index.auto_expand_replicas", "0-1")
            .build();
        ComposableIndexTemplate template = new ComposableIndexTemplate(List.of(this.name),
                new Template(settings, read(this.mappings), null), null, PRIORITY, 1L,
                Map.of("owner", "paas-monitoring"));
        this.calls.call((client, options) -> client.indices()
            .putIndexTemplate(new PutComposableIndexTemplateRequest().name("paas-monitoring-" + this.name)
                .indexTemplate(template), options));
        if (!exists()) {
            create();
        }
    }

    private boolean exists() {
        return this.calls.call((client, options) -> client.indices().exists(new GetIndexRequest(this.name), options));
    }

    /** Several programs may do it at one time. */
    private void create() {
        try {
            this.calls.call((client, options) -> client.indices().create(new CreateIndexRequest(this.name), options));
        }
        catch (LogStoreException ex) {
            if (!exists()) {
                throw ex;
            }
        }
    }

    static CompressedXContent read(String file) {
        try (InputStream in = Objects.requireNonNull(SideIndex.class.getResourceAsStream(file), file)) {
            return new CompressedXContent(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    List<WriteResult> write(BulkRequest bulk) {
        return List.of(this.calls.call((client, options) -> client.bulk(bulk, options)).getItems())
            .stream()
            .map(SideIndex::result)
            .toList();
    }

    /**
     * What became of one item. A 400 that speaks of the index or the cluster, such as too
     * many shards, is no fault of the event: it can be kept once somebody has made room.
     */
    static WriteResult result(BulkItemResponse item) {
        if (!item.isFailed()) {
            return new WriteResult(item.getId(), WriteResult.Outcome.KEPT, "");
        }
        String reason = String.valueOf(item.getFailure().getMessage());
        boolean refused = item.getFailure().getStatus().getStatus() == 400
                && !reason.contains("type=validation_exception") && !reason.contains("type=index_closed_exception");
        return new WriteResult(item.getId(), refused ? WriteResult.Outcome.REFUSED : WriteResult.Outcome.RETRYABLE,
                reason);
    }

    SearchResponse search(SearchSourceBuilder source) {
        SearchRequest request = new SearchRequest(this.name).source(source)
            .indicesOptions(IndicesOptions.lenientExpandOpen());
        return this.calls.call((client, options) -> client.search(request, options));
    }

    /** Deletes what is older than a time. */
    long deleteBefore(String field, Instant time) {
        DeleteByQueryRequest request = new DeleteByQueryRequest(this.name);
        request.setQuery(QueryBuilders.rangeQuery(field).lt(time.toString()));
        request.setIndicesOptions(IndicesOptions.lenientExpandOpen());
        request.setConflicts("proceed");
        request.setRefresh(true);
        return this.calls.call((client, options) -> client.deleteByQuery(request, options)).getDeleted();
    }

}
