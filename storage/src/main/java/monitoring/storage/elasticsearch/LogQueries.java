package monitoring.storage.elasticsearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import monitoring.storage.log.LogField;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogSeverity;

import org.elasticsearch.core.TimeValue;
import org.elasticsearch.index.query.BoolQueryBuilder;
import org.elasticsearch.index.query.Operator;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.aggregations.AggregationBuilders;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramAggregationBuilder;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramInterval;
import org.elasticsearch.search.aggregations.bucket.histogram.LongBounds;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.elasticsearch.search.fetch.subphase.highlight.HighlightBuilder;
import org.elasticsearch.search.sort.FieldSortBuilder;
import org.elasticsearch.search.sort.SortOrder;

/** Builds what the cluster is asked; input reaches it as values only. */
final class LogQueries {

    static final String TIME = "@timestamp";

    static final String MESSAGE = "message";

    static final String BUCKETS = "buckets";

    static final String ERRORS = "errors";

    /** Private use characters: no highlighted word of a log holds them. */
    private static final char BEGIN = '\uE000';

    private static final char END = '\uE001';

    private static final String CURSOR_FORMAT = "strict_date_optional_time_nanos";

    private static final TimeValue PATIENCE = TimeValue.timeValueSeconds(10);

    private LogQueries() {
    }

    static SearchSourceBuilder search(LogQuery query) {
        SortOrder order = query.page().newestFirst() ? SortOrder.DESC : SortOrder.ASC;
        SearchSourceBuilder search = new SearchSourceBuilder().query(filter(query))
            .size(query.page().size())
            .timeout(PATIENCE)
            .trackTotalHitsUpTo(10_000)
            .sort(new FieldSortBuilder(TIME).order(order).setFormat(CURSOR_FORMAT).setNumericType("date_nanos"))
            .sort(new FieldSortBuilder("id").order(order).unmappedType("keyword"))
            .highlighter(new HighlightBuilder().field(new HighlightBuilder.Field(MESSAGE).numOfFragments(0))
                .maxAnalyzedOffset(1_000_000)
                .preTags(String.valueOf(BEGIN))
                .postTags(String.valueOf(END)));
        if (query.page().after() != null) {
            search.searchAfter(cursor(query.page().after()));
        }
        return search;
    }

    static SearchSourceBuilder histogram(LogQuery query, Duration step) {
        if (step.toMillis() < 1 || query.range().length().dividedBy(step) > 10_000) {
            throw new IllegalArgumentException(
                    "step: " + step + " over " + query.range().length() + " (expected: at most 10000 buckets)");
        }
        long from = query.range().from().toEpochMilli();
        DateHistogramAggregationBuilder buckets = AggregationBuilders.dateHistogram(BUCKETS)
            .field(TIME)
            .fixedInterval(new DateHistogramInterval(step.toMillis() + "ms"))
            .offset(Math.floorMod(from, step.toMillis()))
            .minDocCount(0)
            .extendedBounds(new LongBounds(from, query.range().to().toEpochMilli() - 1))
            .subAggregation(AggregationBuilders.filter(ERRORS,
                    QueryBuilders.rangeQuery("severity").lte(LogSeverity.ERROR.ordinal())));
        return new SearchSourceBuilder().query(filter(query)).size(0).timeout(PATIENCE).aggregation(buckets);
    }

    private static BoolQueryBuilder filter(LogQuery query) {
        BoolQueryBuilder filter = QueryBuilders.boolQuery()
            .filter(QueryBuilders.rangeQuery(TIME)
                .gte(query.range().from().toString())
                .lt(query.range().to().toString()));
        if (query.minimum() != LogSeverity.DEBUG) {
            filter.filter(QueryBuilders.rangeQuery("severity").lte(query.minimum().ordinal()));
        }
        query.filters().forEach((field, value) -> filter.filter(QueryBuilders.termQuery(name(field), value)));
        if (!query.text().isBlank()) {
            filter.must(QueryBuilders.queryStringQuery(query.text())
                .defaultField(MESSAGE)
                .defaultOperator(Operator.AND)
                .lenient(true)
                .allowLeadingWildcard(false)
                .maxDeterminizedStates(5_000));
        }
        return filter;
    }

    private static String name(LogField field) {
        return switch (field) {
            case DEPLOYMENT -> "bosh.deployment";
            case GROUP -> "bosh.group";
            case ZONE -> "bosh.az";
            case INSTANCE_ID -> "bosh.id";
            case HOST -> "host";
            case PROGRAM -> "program";
            case PEER -> "peer";
            case APP_GUID -> "app.guid";
            case APP_NAME -> "app.name";
            case SPACE -> "app.space";
            case ORGANIZATION -> "app.organization";
            case PARSER -> "parser";
            case FLAG -> "flags";
        };
    }

    private static Object[] cursor(String after) {
        int bar = after.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException("after: " + after + " (expected: a cursor as it was given)");
        }
        return new Object[] { after.substring(0, bar), after.substring(bar + 1) };
    }

    static String cursor(Object[] sortValues) {
        return sortValues[0] + "|" + sortValues[1];
    }

    /** Cuts a highlighted message into plain pieces. */
    static List<LogPage.Piece> pieces(String highlighted) {
        List<LogPage.Piece> pieces = new ArrayList<>();
        int at = 0;
        boolean match = false;
        while (at < highlighted.length()) {
            int cut = highlighted.indexOf(match ? END : BEGIN, at);
            int end = (cut < 0) ? highlighted.length() : cut;
            if (end > at) {
                pieces.add(new LogPage.Piece(highlighted.substring(at, end), match));
            }
            at = end + 1;
            match = !match;
        }
        return pieces;
    }

}
