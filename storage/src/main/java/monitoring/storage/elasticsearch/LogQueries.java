package monitoring.storage.elasticsearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import monitoring.storage.log.LogField;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogSeverity;

import org.elasticsearch.core.TimeValue;
import org.elasticsearch.index.query.BoolQueryBuilder;
import org.elasticsearch.index.query.Operator;
import org.elasticsearch.index.query.QueryBuilder;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.index.query.QueryStringQueryBuilder;
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

    static SearchSourceBuilder search(LogQuery query, boolean old) {
        SortOrder order = query.page().newestFirst() ? SortOrder.DESC : SortOrder.ASC;
        SearchSourceBuilder search = new SearchSourceBuilder().query(filter(query, old))
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

    static SearchSourceBuilder histogram(LogQuery query, Duration step, boolean old) {
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
            .subAggregation(AggregationBuilders.filter(ERRORS, atLeast(LogSeverity.ERROR, old)));
        return new SearchSourceBuilder().query(filter(query, old)).size(0).timeout(PATIENCE).aggregation(buckets);
    }

    private static BoolQueryBuilder filter(LogQuery query, boolean old) {
        BoolQueryBuilder filter = QueryBuilders.boolQuery()
            .filter(QueryBuilders.rangeQuery(TIME)
                .gte(query.range().from().toString())
                .lt(query.range().to().toString()));
        if (query.minimum() != LogSeverity.DEBUG) {
            filter.filter(atLeast(query.minimum(), old));
        }
        query.filters().forEach((field, value) -> filter.filter(is(field, value, old)));
        if (!query.organizations().isEmpty()) {
            BoolQueryBuilder any = QueryBuilders.boolQuery().minimumShouldMatch(1);
            query.organizations().stream().sorted().forEach((one) -> any.should(is(LogField.ORGANIZATION, one, old)));
            filter.filter(any);
        }
        if (!query.text().isBlank()) {
            filter.must(words(query.text(), old));
        }
        return filter;
    }

    private static QueryBuilder words(String text, boolean old) {
        QueryStringQueryBuilder words = QueryBuilders.queryStringQuery(text)
            .defaultOperator(Operator.AND)
            .lenient(true)
            .allowLeadingWildcard(false)
            .maxDeterminizedStates(5_000);
        return old ? words.field(MESSAGE).field(OldDocuments.TEXT).field(OldDocuments.MESSAGE)
                : words.defaultField(MESSAGE);
    }

    private static QueryBuilder atLeast(LogSeverity severity, boolean old) {
        QueryBuilder own = QueryBuilders.termsQuery("level",
                Stream.of(LogSeverity.values()).filter((level) -> level.isAtLeast(severity)).map(Enum::name).toList());
        return old ? QueryBuilders.boolQuery()
            .should(own)
            .should(QueryBuilders.rangeQuery(OldDocuments.SEVERITY).lte(severity.ordinal())) : own;
    }

    /**
     * Old documents may have been mapped by hand, as keywords, or by themselves, as text
     * with a keyword beside it.
     */
    private static QueryBuilder is(LogField field, String value, boolean old) {
        QueryBuilder own = QueryBuilders.termQuery(name(field), value);
        String oldName = OldDocuments.name(field);
        if (!old || oldName == null) {
            return own;
        }
        return QueryBuilders.boolQuery()
            .should(own)
            .should(QueryBuilders.termQuery(oldName, value))
            .should(QueryBuilders.termQuery(oldName + ".keyword", value));
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
        String id = after.substring(bar + 1);
        // old ones have no id to sort by
        return new Object[] { after.substring(0, bar), "null".equals(id) ? null : id };
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
