package monitoring.relay;

import java.util.ArrayList;
import java.util.HexFormat;
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

    private final SyslogParser parser;

    private final EntryCounters counters;

    JournalEntries(SyslogParser parser, EntryCounters counters) {
        this.counters = counters;
        this.parser = parser;
    }

    @Override
    public List<LogEntry> read(long journal, JournalBlock block) {
        String prefix = HexFormat.of().toHexDigits(journal) + "-";
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

    /** In hexadecimal with leading zeros, so that ids sort as messages came. */
    private static String id(String prefix, long position) {
        String digits = Long.toHexString(position);
        return prefix + "000000000000".substring(Math.min(12, digits.length())) + digits;
    }

}
