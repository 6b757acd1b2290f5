package monitoring.storage.elasticsearch;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import monitoring.storage.log.LogRetention;

import org.elasticsearch.action.admin.indices.delete.DeleteIndexRequest;
import org.elasticsearch.client.Request;

/** The indices of single days: {@code logs-2026.11.21}. */
final class DatedIndices implements LogRetention {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu.MM.dd");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Calls calls;

    private final String prefix;

    private final Lifecycle lifecycle;

    private volatile Named last;

    DatedIndices(Calls calls, String alias) {
        this.calls = calls;
        this.prefix = alias + "-";
        this.lifecycle = new Lifecycle(calls, alias);
        this.last = new Named(0, nameOf(LocalDate.EPOCH));
    }

    /** Almost always the same as the one before. */
    String nameOf(Instant time) {
        long day = Math.floorDiv(time.getEpochSecond(), 86_400L);
        Named known = this.last;
        if (known.day() != day) {
            known = new Named(day, nameOf(LocalDate.ofEpochDay(day)));
            this.last = known;
        }
        return known.name();
    }

    private String nameOf(LocalDate day) {
        return this.prefix + DAY.format(day);
    }

    @Override
    public List<LogDay> days() {
        Request request = new Request("GET", "/_cat/indices/" + this.prefix + "*");
        request.addParameter("format", "json");
        request.addParameter("bytes", "b");
        request.addParameter("h", "index,docs.count,store.size");
        JsonNode rows = this.calls.call((client, options) -> {
            try (InputStream body = client.getLowLevelClient().performRequest(request).getEntity().getContent()) {
                return JSON.readTree(body);
            }
        });
        List<LogDay> days = new ArrayList<>();
        for (JsonNode row : rows) {
            try {
                LocalDate day = LocalDate.parse(row.path("index").asText().substring(this.prefix.length()), DAY);
                days.add(new LogDay(day, row.path("docs.count").asLong(), row.path("store.size").asLong()));
            }
            catch (DateTimeParseException ex) {
                continue; // an index of somebody else that begins alike
            }
        }
        days.sort(Comparator.comparing(LogDay::day));
        return days;
    }

    @Override
    public void delete(LogDay day) {
        this.calls
            .call((client, options) -> client.indices().delete(new DeleteIndexRequest(nameOf(day.day())), options));
    }

    @Override
    public boolean handOver(Duration maxAge) {
        return this.lifecycle.put(maxAge);
    }

    private record Named(long day, String name) {
    }

}
