package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import monitoring.storage.log.DeadLetter;
import monitoring.storage.log.DeadLetterPage;
import monitoring.storage.log.DeadLetterQuery;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.WriteResult;

import org.elasticsearch.action.bulk.BulkRequest;
import org.elasticsearch.action.delete.DeleteRequest;
import org.elasticsearch.action.index.IndexRequest;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;
import org.elasticsearch.common.xcontent.XContentHelper;
import org.elasticsearch.index.query.BoolQueryBuilder;
import org.elasticsearch.index.query.MultiMatchQueryBuilder;
import org.elasticsearch.index.query.Operator;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.SearchHit;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.elasticsearch.search.sort.SortOrder;
import org.elasticsearch.xcontent.XContentBuilder;
import org.elasticsearch.xcontent.XContentFactory;
import org.elasticsearch.xcontent.json.JsonXContent;

/**
 * Keeps dead letters in one index. The event is kept as text that nothing in the index
 * looks into, so that what refused it there cannot refuse it here.
 */
final class ElasticsearchDeadLetterStore implements DeadLetterStore {

    private static final String REFUSED_AT = "refused_at";

    private static final int AT_ONCE = 1000;

    private final SideIndex index;

    private final LogStore logs;

    ElasticsearchDeadLetterStore(Calls calls, ElasticsearchProperties properties, LogStore logs) {
        this.index = new SideIndex(calls, properties.index() + "-dead-letter", "dead-letter-mappings.json");
        this.logs = logs;
    }

    @Override
    public void prepare() {
        this.index.prepare();
    }

    @Override
    public List<WriteResult> keep(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return List.of();
        }
        BulkRequest bulk = new BulkRequest();
        letters.forEach((letter) -> bulk.add(request(letter)));
        return this.index.write(bulk);
    }

    private IndexRequest request(DeadLetter letter) {
        try {
            LogEntry entry = letter.entry();
            XContentBuilder json = XContentFactory.jsonBuilder()
                .startObject()
                .field(REFUSED_AT, letter.refusedAt().toString())
                .field("reason", letter.reason())
                .field("replays", letter.replays())
                .field("id", entry.id())
                .field("peer", entry.peer())
                .field("message", entry.message())
                .field("entry", Documents.text(entry))
                .endObject();
            return new IndexRequest(this.index.name()).id(entry.id()).source(json);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public DeadLetterPage list(DeadLetterQuery query) {
        BoolQueryBuilder filter = QueryBuilders.boolQuery();
        if (!query.text().isBlank()) {
            filter.must(QueryBuilders.multiMatchQuery(query.text(), "message", "reason")
                .type(MultiMatchQueryBuilder.Type.CROSS_FIELDS)
                .operator(Operator.AND));
        }
        if (!query.peer().isBlank()) {
            filter.filter(QueryBuilders.termQuery("peer", query.peer()));
        }
        SearchSourceBuilder source = new SearchSourceBuilder().query(filter)
            .size(query.size())
            .trackTotalHits(true)
            .sort(REFUSED_AT, SortOrder.DESC)
            .sort("id", SortOrder.DESC);
        if (query.after() != null) {
            source.searchAfter(after(query.after()));
        }
        return page(this.index.search(source), query.size());
    }

    private static Object[] after(String cursor) {
        int bar = cursor.indexOf('|');
        if (bar < 1 || !cursor.substring(0, bar).chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("after: " + cursor + " (expected: a cursor as it was given)");
        }
        return new Object[] { Long.parseLong(cursor.substring(0, bar)), cursor.substring(bar + 1) };
    }

    private static DeadLetterPage page(SearchResponse response, int size) {
        List<DeadLetter> letters = letters(response);
        long total = (response.getHits().getTotalHits() != null) ? response.getHits().getTotalHits().value : 0;
        SearchHit[] hits = response.getHits().getHits();
        String next = (hits.length == size) ? LogQueries.cursor(hits[hits.length - 1].getSortValues()) : null;
        return new DeadLetterPage(letters, total, next);
    }

    private static List<DeadLetter> letters(SearchResponse response) {
        List<DeadLetter> letters = new ArrayList<>();
        for (SearchHit hit : response.getHits()) {
            Map<String, Object> source = hit.getSourceAsMap();
            Map<String, Object> entry = XContentHelper.convertToMap(JsonXContent.jsonXContent,
                    String.valueOf(source.get("entry")), false);
            letters.add(new DeadLetter(Instant.parse(String.valueOf(source.get(REFUSED_AT))),
                    String.valueOf(source.get("reason")), ((Number) source.get("replays")).intValue(),
                    Documents.read(entry)));
        }
        return letters;
    }

    @Override
    public List<WriteResult> replay(Collection<String> ids) {
        List<String> open = List.copyOf(ids);
        List<WriteResult> results = new ArrayList<>();
        for (int from = 0; from < open.size(); from += AT_ONCE) {
            results.addAll(replayPart(open.subList(from, Math.min(open.size(), from + AT_ONCE))));
        }
        return results;
    }

    private List<WriteResult> replayPart(List<String> ids) {
        List<DeadLetter> letters = letters(this.index
            .search(new SearchSourceBuilder().query(QueryBuilders.idsQuery().addIds(ids.toArray(String[]::new)))
                .size(AT_ONCE)));
        if (letters.isEmpty()) {
            return List.of();
        }
        // the dated indices must never be made without their template
        this.logs.prepare();
        List<WriteResult> results = this.logs.write(letters.stream().map(DeadLetter::entry).toList());
        BulkRequest changes = new BulkRequest().setRefreshPolicy(RefreshPolicy.IMMEDIATE);
        for (int i = 0; i < results.size(); i++) {
            WriteResult result = results.get(i);
            DeadLetter letter = letters.get(i);
            if (result.outcome() == WriteResult.Outcome.KEPT) {
                changes.add(new DeleteRequest(this.index.name(), letter.id()));
            }
            else {
                changes.add(request(
                        new DeadLetter(letter.refusedAt(), result.reason(), letter.replays() + 1, letter.entry())));
            }
        }
        if (changes.numberOfActions() > 0) {
            this.index.write(changes);
        }
        return results;
    }

    @Override
    public long forgetBefore(Instant time) {
        return this.index.deleteBefore(REFUSED_AT, time);
    }

}
