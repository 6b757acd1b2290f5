package monitoring.relay.index;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import monitoring.storage.log.LogEntry;

/**
 * What is left of an entry that the log store refuses: its message, who sent it, when it
 * came, and why it was refused. Nothing in it can be refused again.
 */
final class RefusedEntries {

    /** Lucene takes no longer term. */
    private static final int LONGEST = 8000;

    private RefusedEntries() {
    }

    static LogEntry plain(LogEntry entry, String reason) {
        Set<String> flags = new TreeSet<>(entry.flags());
        flags.add("refused");
        LogEntry.SyslogHeader header = entry.syslog();
        LogEntry.SyslogHeader plain = new LogEntry.SyslogHeader(header.severity(), header.facility(),
                cut(header.host()), cut(header.program()), cut(header.processId()), cut(header.messageId()));
        Map<String, Object> fields = Map.of("refused_reason", cut(reason), "refused_fields",
                cut(entry.fields().toString()));
        return new LogEntry(entry.id(), entry.receivedAt(), entry.receivedAt(), entry.peer(), entry.message(), plain,
                null, null, fields, entry.parser(), flags);
    }

    private static String cut(String text) {
        return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
    }

}
