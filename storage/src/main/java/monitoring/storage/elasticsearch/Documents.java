package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogSeverity;
import org.jspecify.annotations.Nullable;

/** Turns log events into documents and back. */
final class Documents {

    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    private static final LogEntry.BoshInstance NO_INSTANCE = new LogEntry.BoshInstance("", "", "", "", "");

    private Documents() {
    }

    /** As text of its own. */
    static String text(LogEntry entry) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, entry);
        }
        return text.toString();
    }

    static void write(JsonGenerator json, LogEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("@timestamp", iso(entry.time()));
        json.writeStringField("received", iso(entry.receivedAt()));
        json.writeStringField("id", entry.id());
        json.writeStringField("peer", entry.peer());
        json.writeStringField("message", entry.message());
        json.writeStringField("parser", entry.parser());
        header(json, entry.syslog());
        if (entry.instance() != null) {
            instance(json, entry.instance());
        }
        if (entry.app() != null) {
            app(json, entry.app());
        }
        if (!entry.fields().isEmpty()) {
            json.writeObjectField("fields", entry.fields());
        }
        if (!entry.flags().isEmpty()) {
            json.writeObjectField("flags", entry.flags().stream().sorted().toList());
        }
        json.writeEndObject();
    }

    /**
     * The same as {@link Instant#toString()}, which goes through a formatter that is
     * slow, and large once it is compiled.
     */
    static String iso(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        return utc + ((utc.getSecond() == 0 && utc.getNano() == 0) ? ":00Z" : "Z");
    }

    private static void header(JsonGenerator json, LogEntry.SyslogHeader header) throws IOException {
        json.writeNumberField("severity", header.severity().ordinal());
        json.writeStringField("level", header.severity().name());
        json.writeNumberField("facility", header.facility());
        text(json, "host", header.host());
        text(json, "program", header.program());
        text(json, "process_id", header.processId());
        text(json, "message_id", header.messageId());
    }

    private static void instance(JsonGenerator json, LogEntry.BoshInstance instance) throws IOException {
        json.writeObjectFieldStart("bosh");
        text(json, "director", instance.director());
        text(json, "deployment", instance.deployment());
        text(json, "group", instance.group());
        text(json, "az", instance.zone());
        text(json, "id", instance.id());
        json.writeEndObject();
    }

    private static void app(JsonGenerator json, LogEntry.AppSource app) throws IOException {
        json.writeObjectFieldStart("app");
        text(json, "guid", app.guid());
        text(json, "name", app.name());
        text(json, "space", app.space());
        text(json, "organization", app.organization());
        text(json, "source", app.source());
        if (app.index() >= 0) {
            json.writeNumberField("index", app.index());
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    static LogEntry read(Map<String, Object> source) {
        LogSeverity severity = LogSeverity.of(number(source, "severity", LogSeverity.INFO.ordinal()));
        LogEntry.SyslogHeader header = new LogEntry.SyslogHeader(severity, number(source, "facility", 1),
                text(source, "host"), text(source, "program"), text(source, "process_id"), text(source, "message_id"));
        return new LogEntry(text(source, "id"), Instant.parse(text(source, "@timestamp")),
                Instant.parse(text(source, "received")), text(source, "peer"), text(source, "message"), header,
                instance(object(source, "bosh")), app(object(source, "app")), fields(source), text(source, "parser"),
                flags(source));
    }

    private static LogEntry.@Nullable BoshInstance instance(Map<String, Object> bosh) {
        LogEntry.BoshInstance instance = new LogEntry.BoshInstance(text(bosh, "director"), text(bosh, "deployment"),
                text(bosh, "group"), text(bosh, "az"), text(bosh, "id"));
        return instance.equals(NO_INSTANCE) ? null : instance;
    }

    private static LogEntry.@Nullable AppSource app(Map<String, Object> app) {
        if (app.isEmpty()) {
            return null;
        }
        return new LogEntry.AppSource(text(app, "guid"), text(app, "name"), text(app, "space"),
                text(app, "organization"), text(app, "source"), number(app, "index", -1));
    }

    private static Map<String, Object> fields(Map<String, Object> source) {
        return object(source, "fields");
    }

    private static Set<String> flags(Map<String, Object> source) {
        return (source.get("flags") instanceof List<?> flags) ? Set.copyOf(flags.stream().map(String::valueOf).toList())
                : Set.of();
    }

    @SuppressWarnings("unchecked") // JSON's keys are strings
    private static Map<String, Object> object(Map<String, Object> source, String name) {
        return (source.get(name) instanceof Map<?, ?> object) ? (Map<String, Object>) object : Map.of();
    }

    private static String text(Map<String, Object> source, String name) {
        Object value = source.get(name);
        return (value != null) ? value.toString() : "";
    }

    private static int number(Map<String, Object> source, String name, int otherwise) {
        return (source.get(name) instanceof Number number) ? number.intValue() : otherwise;
    }

}
