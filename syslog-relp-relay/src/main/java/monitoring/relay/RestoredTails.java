package monitoring.relay;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

import monitoring.relay.intake.MessageHash;
import monitoring.relay.journal.Journal;
import monitoring.relay.journal.JournalBlock;
import monitoring.relay.journal.JournalException;
import monitoring.relay.journal.JournalReader;
import monitoring.relay.repeat.KeptTails;

/** Remembers from the journal what senders may repeat after the relay was away. */
final class RestoredTails {

    private RestoredTails() {
    }

    static void restore(Journal journal, KeptTails tails) {
        try (JournalReader reader = journal.readNewest()) {
            for (JournalBlock block = reader.next(Duration.ZERO); block != null; block = reader.next(Duration.ZERO)) {
                ByteBuffer content = ByteBuffer.wrap(block.content()).order(ByteOrder.LITTLE_ENDIAN);
                long[] hashes = new long[block.count()];
                for (int i = 0; i < hashes.length; i++) {
                    hashes[i] = MessageHash.of(content, block.starts()[i], block.lengths()[i]);
                }
                tails.restore(block.source(), block.last(), hashes);
            }
        }
        catch (InterruptedException ex) {
            throw new JournalException("Interrupted while reading the journal", ex);
        }
    }

}
