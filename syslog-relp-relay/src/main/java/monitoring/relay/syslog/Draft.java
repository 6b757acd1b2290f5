package monitoring.relay.syslog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogSeverity;
import org.jspecify.annotations.Nullable;

/** A log entry while it is being understood. */
final class Draft {

    static final String OVERFLOW = "_more";

    private final Instant receivedAt;

    private final SyslogProperties properties;

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** What the fields have no room for. */
    private final StringJoiner overflow = new StringJoiner(" ");

    private final Set<String> flags = new TreeSet<>();

    private @Nullable Instant time;

    private @Nullable LogSeverity severity;

    private int facility = 1;

    private String host = "";

    private String program = "";

    private String processId = "";

    private String messageId = "";

    private String message = "";

    private String parser = "raw";

    private LogEntry.@Nullable BoshInstance instance;

    private LogEntry.@Nullable AppSource app;

    Draft(Instant receivedAt, SyslogProperties properties) {
        this.receivedAt = receivedAt;
        this.properties = properties;
    }

    Instant receivedAt() {
        return this.receivedAt;
    }

    SyslogProperties properties() {
        return this.properties;
    }

    void priority(int priority) {
        this.facility = priority >> 3;
        this.severity = LogSeverity.of(priority & 7);
    }

    void severity(@Nullable LogSeverity severity) {
        this.severity = (severity != null) ? severity : this.severity;
    }

    /**
     * The time as the header or the body says it; the later call wins if it is plausible.
     */
    void time(@Nullable Instant time) {
        if (time != null && this.time != null && !oddity(time).isEmpty() && oddity(this.time).isEmpty()) {
            field("reported_time", time.toString());
            return;
        }
        this.time = (time != null) ? time : this.time;
    }

    boolean hasTime() {
        return this.time != null;
    }

    void origin(String host, String program, String processId, String messageId) {
        this.host = host;
        this.program = program;
        this.processId = processId;
        this.messageId = messageId;
    }

    String host() {
        return this.host;
    }

    String program() {
        return this.program;
    }

    String processId() {
        return this.processId;
    }

    void message(String message) {
        this.message = message;
    }

    String message() {
        return this.message;
    }

    void parser(String parser) {
        this.parser = parser;
    }

    void instance(LogEntry.BoshInstance instance) {
        this.instance = instance;
    }

    LogEntry.@Nullable AppSource app() {
        return this.app;
    }

    void app(LogEntry.AppSource app) {
        this.app = app;
    }

    void flag(String flag) {
        this.flags.add(flag);
    }

    /**
     * Adds a field; what is beyond the limit goes into one text, so that nothing is lost.
     */
    void field(String name, @Nullable Object value) {
        if (value == null || name.isEmpty()) {
            return;
        }
        if (name.equals(OVERFLOW)) {
            this.overflow.add(value.toString()); // of an entry parsed anew
        }
        else if (this.fields.size() < this.properties.maxFields() || this.fields.containsKey(name)) {
            this.fields.put(name, value);
        }
        else {
            this.overflow.add(name + "=" + value);
            this.flags.add("too-many-fields");
        }
    }

    LogEntry entry(String id, String peer) {
        if (this.overflow.length() > 0) {
            this.fields.put(OVERFLOW, this.overflow.toString());
        }
        LogSeverity known = (this.severity != null) ? this.severity : LogSeverity.INFO;
        return new LogEntry(
                id, plausibleTime(), this.receivedAt, peer, this.message, new LogEntry.SyslogHeader(known,
                        this.facility, this.host, this.program, this.processId, this.messageId),
                this.instance, this.app, this.fields, this.parser, this.flags);
    }

    private Instant plausibleTime() {
        Instant said = this.time;
        if (said == null) {
            this.flags.add("time-of-receipt");
            return this.receivedAt;
        }
        String oddity = oddity(said);
        if (oddity.isEmpty()) {
            return said;
        }
        this.flags.add(oddity);
        this.flags.add("time-of-receipt");
        field("reported_time", said.toString());
        return this.receivedAt;
    }

    private String oddity(Instant said) {
        if (said.isBefore(this.receivedAt.minus(this.properties.maxAge()))) {
            return "clock-behind";
        }
        return said.isAfter(this.receivedAt.plus(this.properties.maxAhead())) ? "clock-ahead" : "";
    }

}
