package monitoring.relay.syslog;

import java.util.List;

import monitoring.storage.log.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Puts a stack trace together whose lines came one by one, as they do from files. Only
 * lines of one sender's program that stand together in one block are joined, so that a
 * block gives the same entries whenever it is read.
 */
public final class EventJoiner {

    /** People and Elasticsearch are better off with the begin of an endless trace. */
    private static final int MAX_LENGTH = 256 * 1024;

    private final SyslogParser parser;

    private @Nullable LogEntry first;

    private @Nullable StringBuilder text;

    /** A joiner for one block. */
    public EventJoiner(SyslogParser parser) {
        this.parser = parser;
    }

    /** Adds an entry, or its line to the entry before it. */
    public void add(LogEntry entry, List<LogEntry> entries) {
        LogEntry before = this.first;
        if (before != null && StackTraceBody.continues(entry.message()) && isSameProgram(before, entry)) {
            StringBuilder trace = (this.text != null) ? this.text : new StringBuilder(before.message());
            if (trace.length() + entry.message().length() < MAX_LENGTH) {
                this.text = trace.append('\n').append(entry.message());
                return;
            }
        }
        finish(entries);
        this.first = entry;
        entries.add(entry);
    }

    /** Ends the last entry. */
    public void finish(List<LogEntry> entries) {
        if (this.first != null && this.text != null) {
            entries.set(entries.size() - 1, this.parser.extend(this.first, this.text.toString()));
        }
        this.text = null;
    }

    private static boolean isSameProgram(LogEntry one, LogEntry other) {
        return one.syslog().program().equals(other.syslog().program())
                && one.syslog().processId().equals(other.syslog().processId())
                && one.syslog().host().equals(other.syslog().host());
    }

}
