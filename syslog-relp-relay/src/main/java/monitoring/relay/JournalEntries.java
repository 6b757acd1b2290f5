package monitoring.relay;

import java.util.ArrayList;
import java.util.List;

import monitoring.relay.index.EntryReader;
import monitoring.relay.journal.JournalBlock;
import monitoring.relay.syslog.EventJoiner;
import monitoring.relay.syslog.SyslogParser;
import monitoring.storage.log.LogEntry;

/**
 * Gives each message of the journal its id: journal and position, so that it overwrites
 * itself when it is indexed again.
 */
final class JournalEntries implements EntryReader {

    /**
     * Those of Base64 for URLs, because Elasticsearch keeps a text of them in three
     * quarters of its length, but in ascending order, so that ids sort as messages came.
     */
    private static final String DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private final SyslogParser parser;

    private final EntryCounters counters;

    JournalEntries(SyslogParser parser, EntryCounters counters) {
        this.counters = counters;
        this.parser = parser;
    }

    @Override
    public List<LogEntry> read(long journal, JournalBlock block) {
        String prefix = digits(new StringBuilder(11), journal, 11);
        List<LogEntry> entries = new ArrayList<>(block.count());
        EventJoiner joiner = new EventJoiner(this.parser);
        for (int i = 0; i < block.count(); i++) {
            LogEntry entry = this.parser.parse(id(prefix, block.first() + i), block.source().peer(), block.receivedAt(),
                    new SyslogParser.RawMessage(block.content(), block.starts()[i], block.lengths()[i]));
            joiner.add(entry, entries);
        }
        joiner.finish(entries);
        entries.forEach(this.counters::count);
        return entries;
    }

    /** Behind it, in nine digits, what a journal can hold in centuries. */
    private static String id(String prefix, long position) {
        return digits(new StringBuilder(20).append(prefix), position, 9);
    }

    private static String digits(StringBuilder to, long value, int count) {
        for (int shift = 6 * (count - 1); shift >= 0; shift -= 6) {
            to.append(DIGITS.charAt((int) (value >>> shift) & 63));
        }
        return to.toString();
    }

}
