package monitoring.storage.elasticsearch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import monitoring.storage.log.LogEntry;
import org.apache.http.HttpEntity;
import org.apache.http.entity.ContentType;

/**
 * The body of one bulk request: for each event a line with its index and id, and one with
 * the document. It is written straight into bytes that are used again for the next one.
 * For one thread at a time.
 */
final class BulkBody extends ByteArrayOutputStream {

    /** What is larger is the exception, and not kept for the next one. */
    static final int KEPT_BYTES = 8 * 1024 * 1024;

    private static final ContentType LINES = ContentType.create("application/x-ndjson");

    private static final JsonFactory JSON = new JsonFactoryBuilder().rootValueSeparator("\n")
        .build()
        .setCodec(new ObjectMapper());

    BulkBody() {
        super(64 * 1024);
    }

    /** Valid until the next call. */
    HttpEntity write(List<LogEntry> entries, DatedIndices indices) throws IOException {
        reset();
        try (JsonGenerator json = JSON.createGenerator(this)) {
            for (LogEntry entry : entries) {
                json.writeStartObject();
                json.writeObjectFieldStart("index");
                json.writeStringField("_index", indices.nameOf(entry.time()));
                json.writeStringField("_id", entry.id());
                json.writeEndObject();
                json.writeEndObject();
                Documents.write(json, entry);
            }
            json.writeRaw('\n');
        }
        return new SlicedEntity(this.buf, this.count, LINES);
    }

    boolean isWorthKeeping() {
        return this.buf.length <= KEPT_BYTES;
    }

}
