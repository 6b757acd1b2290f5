package monitoring.relay.journal;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where messages are kept until they are indexed, and how much of them.
 *
 * @param directory folder of the journal; one relay a folder
 * @param maxSize bytes on disk; when they are used up, nothing is read from the senders
 * @param minFree bytes that are left free on the disk; below, nothing is read either
 * @param segmentSize size of one file
 * @param acknowledge when a message is answered
 */
@ConfigurationProperties("relay.journal")
public record JournalProperties(@DefaultValue("data/relay-journal") Path directory,
        @DefaultValue("4GB") DataSize maxSize, @DefaultValue("64MB") DataSize minFree,
        @DefaultValue("64MB") DataSize segmentSize, @DefaultValue("journaled") Acknowledge acknowledge) {

    public JournalProperties {
        require(segmentSize.toKilobytes() >= 64, "segment-size", segmentSize, ">= 64KB");
        require(maxSize.toBytes() >= 4 * segmentSize.toBytes(), "max-size", maxSize,
                "at least 4 times relay.journal.segment-size (" + segmentSize + ")");
        require(!minFree.isNegative(), "min-free", minFree, ">= 0B");
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("relay.journal." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

    /** When a message is answered. */
    public enum Acknowledge {

        /** When it is on disk. */
        JOURNALED,
        /** When it is in the index (or refused by it for good). */
        INDEXED

    }

}
