package monitoring.relay.syslog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import monitoring.storage.log.LogEntry;

/**
 * Makes log entries of raw messages. What fits no parser is kept whole, as the message of
 * an entry of the parser {@code raw}; no input makes it fail. Safe for use by several
 * threads.
 */
public final class SyslogParser {

    private final SyslogProperties properties;

    private final Secrets secrets;

    private final List<BodyParser> bodies;

    /** A parser with all kinds that it knows. */
    public SyslogParser(SyslogProperties properties) {
        this.properties = properties;
        this.secrets = new Secrets(properties.secrets());
        List<BodyParser> kinds = new ArrayList<>(List.of(new JsonBody(), new AccessLogBody(), new KeyColonBody()));
        kinds.addAll(LinePatterns.all());
        kinds.addAll(List.of(new StackTraceBody(), new LogfmtBody()));
        this.bodies = List.copyOf(kinds);
    }

    /**
     * Understands a message as far as possible.
     * @param id of the entry
     * @param peer address of the sender
     * @param receivedAt when it came
     * @param raw the message
     */
    public LogEntry parse(String id, String peer, Instant receivedAt, RawMessage raw) {
        String text = raw.text();
        Draft draft = new Draft(receivedAt, this.properties);
        if (text.indexOf('\uFFFD') >= 0) {
            draft.flag("not-utf-8");
        }
        try {
            SyslogHeaders.read(text, draft);
            AppLines.header(draft);
            draft.message(this.secrets.mask(ControlCharacters.unescape(draft.message())));
            body(draft);
            return draft.entry(id, peer);
        }
        catch (RuntimeException | StackOverflowError ex) {
            return unreadable(id, peer, receivedAt, text);
        }
    }

    /** The same entry with a longer message, understood anew. */
    LogEntry extend(LogEntry entry, String message) {
        Draft draft = new Draft(entry.receivedAt(), this.properties);
        draft.message(this.secrets.mask(message));
        entry.fields().forEach(draft::field);
        draft.severity(entry.syslog().severity());
        try {
            body(draft);
        }
        catch (RuntimeException | StackOverflowError ex) {
            draft.flag("parse-failed");
        }
        LogEntry longer = draft.entry(entry.id(), entry.peer());
        LogEntry.SyslogHeader said = entry.syslog();
        return new LogEntry(entry.id(), entry.time(), entry.receivedAt(), entry.peer(), longer.message(),
                new LogEntry.SyslogHeader(longer.syslog().severity(), said.facility(), said.host(), said.program(),
                        said.processId(), said.messageId()),
                entry.instance(), entry.app(), longer.fields(), longer.parser(), entry.flags());
    }

    private void body(Draft draft) {
        String message = draft.message();
        for (BodyParser body : this.bodies) {
            if (body.read(message, draft)) {
                draft.parser(body.name());
                return;
            }
        }
    }

    private LogEntry unreadable(String id, String peer, Instant receivedAt, String text) {
        Draft draft = new Draft(receivedAt, this.properties);
        draft.message(text);
        draft.flag("parse-failed");
        return draft.entry(id, peer);
    }

    /** A part of an array. */
    public record RawMessage(byte[] content, int start, int length) {

        String text() {
            int end = this.start + this.length;
            while (end > this.start
                    && (this.content[end - 1] == '\n' || this.content[end - 1] == '\r' || this.content[end - 1] == 0)) {
                end--;
            }
            return new String(this.content, this.start, end - this.start, StandardCharsets.UTF_8);
        }

    }

}
