package monitoring.relay.index;

import monitoring.relay.journal.JournalBlock;
import monitoring.storage.log.LogEntry;

/** Makes a log entry of a message of the journal; always the same one. */
public interface EntryReader {

    /** The entry of one message of a block. */
    LogEntry read(JournalBlock block, int message);

}
