package monitoring.relay.index;

import java.util.List;

import monitoring.relay.journal.JournalBlock;
import monitoring.storage.log.LogEntry;

/** Makes log entries of a block of a journal; always the same ones. */
public interface EntryReader {

    /**
     * The entries of a block; several messages may have become one.
     * @param journal number of the journal that it is from
     */
    List<LogEntry> read(long journal, JournalBlock block);

}
