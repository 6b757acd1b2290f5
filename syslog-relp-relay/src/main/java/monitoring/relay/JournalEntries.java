package monitoring.relay;

import monitoring.relay.index.EntryReader;
import monitoring.relay.journal.JournalBlock;
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
    public LogEntry read(JournalBlock block, int message) {
        return this.parser.parse(id(block.first() + message), block.source().peer(), block.receivedAt(),
                new SyslogParser.RawMessage(block.content(), block.starts()[message], block.lengths()[message]));
    }

    /** In hexadecimal with leading zeros, so that ids sort as messages came. */
    private String id(long position) {
        String digits = Long.toHexString(position);
        return this.prefix + "000000000000".substring(Math.min(12, digits.length())) + digits;
    }

}
