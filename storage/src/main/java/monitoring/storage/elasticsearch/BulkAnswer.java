package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.WriteResult;

/** Reads what became of the events of a bulk. */
final class BulkAnswer {

    /** All that has to be sent back; the items are read only if there are errors. */
    static final String FILTER = "errors,items.*.status,items.*.error";

    /**
     * A 400 that speaks of the index or the cluster, such as too many shards, is no fault
     * of the event: it can be kept once somebody has made room.
     */
    private static final Set<String> NOT_THE_EVENT = Set.of("validation_exception", "index_closed_exception");

    private static final ObjectMapper JSON = new ObjectMapper();

    private BulkAnswer() {
    }

    /** One result for each event, in their order. */
    static List<WriteResult> read(InputStream body, List<LogEntry> entries) throws IOException {
        try (JsonParser json = JSON.getFactory().createParser(body)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("errors") && !json.getBooleanValue()) {
                    return entries.stream().map(BulkAnswer::kept).toList();
                }
                if (name.equals("items")) {
                    return results(json.readValueAsTree(), entries);
                }
                json.skipChildren();
            }
        }
        throw new IOException("no answer to a bulk (expected: errors and items)");
    }

    private static List<WriteResult> results(JsonNode items, List<LogEntry> entries) throws IOException {
        if (items.size() != entries.size()) {
            throw new IOException("%d items in the answer (expected: %d)".formatted(items.size(), entries.size()));
        }
        List<WriteResult> results = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            JsonNode item = items.get(i).elements().next();
            results.add(item.has("error") ? failed(entries.get(i), item) : kept(entries.get(i)));
        }
        return results;
    }

    private static WriteResult kept(LogEntry entry) {
        return new WriteResult(entry.id(), WriteResult.Outcome.KEPT, "");
    }

    private static WriteResult failed(LogEntry entry, JsonNode item) {
        JsonNode error = item.get("error");
        String type = error.path("type").asText();
        StringBuilder reason = new StringBuilder(type);
        for (JsonNode at = error; at.isObject(); at = at.path("caused_by")) {
            reason.append(": ").append(at.path("reason").asText());
        }
        boolean refused = item.path("status").asInt() == 400 && !NOT_THE_EVENT.contains(type);
        return new WriteResult(entry.id(), refused ? WriteResult.Outcome.REFUSED : WriteResult.Outcome.RETRYABLE,
                reason.toString());
    }

}
