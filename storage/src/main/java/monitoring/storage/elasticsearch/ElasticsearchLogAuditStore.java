package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import monitoring.storage.log.LogAuditCounts;
import monitoring.storage.log.LogAuditLine;
import monitoring.storage.log.LogAuditLine.Figure;
import monitoring.storage.log.LogAuditStore;
import monitoring.storage.log.LogStoreException;
import monitoring.storage.log.WriteResult;
import monitoring.storage.metric.TimeRange;

import org.elasticsearch.action.bulk.BulkRequest;
import org.elasticsearch.action.index.IndexRequest;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.SearchHit;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.elasticsearch.search.sort.SortOrder;
import org.elasticsearch.xcontent.XContentBuilder;
import org.elasticsearch.xcontent.XContentFactory;
import org.jspecify.annotations.Nullable;

/** Keeps the books in one index; the id of a document is what its line is about. */
final class ElasticsearchLogAuditStore implements LogAuditStore {

    private static final String HOUR = "hour";

    private static final int PAGE = 10_000;

    private static final SearchHit[] NONE = {};

    private final SideIndex index;

    private final URI uri;

    ElasticsearchLogAuditStore(Calls calls, ElasticsearchProperties properties) {
        this.index = new SideIndex(calls, properties.index() + "-audit", "audit-mappings.json");
        this.uri = properties.url().get(0);
    }

    @Override
    public void prepare() {
        this.index.prepare();
    }

    @Override
    public void write(List<LogAuditLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        BulkRequest bulk = new BulkRequest();
        lines.forEach((line) -> bulk.add(request(line)));
        for (WriteResult result : this.index.write(bulk)) {
            if (result.outcome() != WriteResult.Outcome.KEPT) {
                int status = (result.outcome() == WriteResult.Outcome.REFUSED) ? 400 : 503;
                throw LogStoreException.rejected(this.uri, status, result.reason());
            }
        }
    }

    private IndexRequest request(LogAuditLine line) {
        try {
            XContentBuilder json = XContentFactory.jsonBuilder()
                .startObject()
                .field(HOUR, line.hour().toString())
                .field("relay", line.relay())
                .field("transport", line.transport())
                .field("peer", line.peer());
            for (Figure figure : Figure.values()) {
                json.field(name(figure), line.counts().of(figure));
            }
            String id = String.join("|", line.relay(), line.hour().toString(), line.transport(), line.peer());
            return new IndexRequest(this.index.name()).id(id).source(json.endObject());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String name(Figure figure) {
        return figure.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<LogAuditLine> find(TimeRange range) {
        List<LogAuditLine> lines = new ArrayList<>();
        SearchHit[] page = page(range, null);
        while (page.length > 0) {
            for (SearchHit hit : page) {
                lines.add(line(hit.getSourceAsMap()));
            }
            page = (page.length < PAGE) ? NONE : page(range, page[page.length - 1].getSortValues());
        }
        return lines;
    }

    private SearchHit[] page(TimeRange range, Object @Nullable [] after) {
        SearchSourceBuilder source = new SearchSourceBuilder().size(PAGE)
            .query(QueryBuilders.rangeQuery(HOUR).gte(range.from().toString()).lt(range.to().toString()))
            .sort(HOUR, SortOrder.DESC)
            .sort("peer", SortOrder.ASC)
            .sort("relay", SortOrder.ASC)
            .sort("transport", SortOrder.ASC);
        if (after != null) {
            source.searchAfter(after);
        }
        return this.index.search(source).getHits().getHits();
    }

    private static LogAuditLine line(Map<String, Object> source) {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            if (source.get(name(figure)) instanceof Number number) {
                figures.put(figure, number.longValue());
            }
        }
        return new LogAuditLine(String.valueOf(source.get("relay")), Instant.parse(String.valueOf(source.get(HOUR))),
                String.valueOf(source.get("transport")), String.valueOf(source.get("peer")),
                new LogAuditCounts(figures));
    }

    @Override
    public long forgetBefore(Instant time) {
        return this.index.deleteBefore(HOUR, time);
    }

}
