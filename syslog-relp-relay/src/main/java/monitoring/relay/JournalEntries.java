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

    private final String prefix;

    private final SyslogParser parser;

    JournalEntries(long journal, SyslogParser parser) {
        this.prefix = "%016x-".formatted(journal);
        this.parser = parser;
    }

    @Override
    public List<LogEntry> read(JournalBlock block) {
        List<LogEntry> entries = new ArrayList<>(block.count());
        EventJoiner joiner = new EventJoiner(this.parser);
        for (int i = 0; i < block.count(); i++) {
            LogEntry entry = this.parser.parse(id(block.first() + i), block.source().peer(), block.receivedAt(),
                    new SyslogParser.RawMessage(block.content(), block.starts()[i], block.lengths()[i]));
            joiner.add(entry, entries);
        }
        joiner.finish(entries);
        return entries;
    }

    /** In hexadecimal with leading zeros, so that ids sort as messages came. */
    private String id(long position) {
        String digits = Long.toHexString(position);
        return this.prefix + "000000000000".substring(Math.min(12, digits.length())) + digits;
    }

}
