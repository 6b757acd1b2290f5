package monitoring.relay.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.relay.intake.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books as a file of lines with tabs; the first line has the journal and the
 * positions.
 */
public final class LedgerFile {

    private static final Logger logger = LoggerFactory.getLogger(LedgerFile.class);

    private final Path file;

    /** The file in the folder of a journal. */
    public LedgerFile(Path directory) {
        this.file = directory.resolve("audit");
    }

    Content read(long journal) {
        Content content = new Content();
        if (!Files.exists(this.file)) {
            return content;
        }
        try {
            List<String> lines = Files.readAllLines(this.file);
            String[] head = lines.get(0).split("\t");
            if (Long.parseLong(head[0]) == journal) {
                content.keptTo = Long.parseLong(head[1]);
                content.settledTo = Long.parseLong(head[2]);
                lines.subList(1, lines.size()).forEach((line) -> add(line.split("\t"), content.lines));
            }
            return content;
        }
        catch (IOException | RuntimeException ex) {
            logger.warn("{} cannot be read; the books begin again with what is in the journal", this.file, ex);
            return new Content();
        }
    }

    private static void add(String[] words, Map<LedgerKey, LedgerLine> lines) {
        LedgerKey key = new LedgerKey(Instant.parse(words[0]), Transport.valueOf(words[1]), words[2]);
        lines.put(key, new LedgerLine(Long.parseLong(words[3]), Long.parseLong(words[4]), Long.parseLong(words[5]),
                Long.parseLong(words[6])));
    }

    void write(long journal, Content content) {
        List<String> lines = new ArrayList<>();
        lines.add(journal + "\t" + content.keptTo + "\t" + content.settledTo);
        content.lines.forEach((key,
                line) -> lines.add(String.join("\t", key.hour().toString(), key.transport().name(), key.peer(),
                        String.valueOf(line.kept()), String.valueOf(line.repeated()), String.valueOf(line.indexed()),
                        String.valueOf(line.joined()))));
        try {
            Path draft = this.file.resolveSibling("audit.new");
            Files.write(draft, lines);
            Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE);
        }
        catch (IOException ex) {
            logger.warn("The books cannot be written to {}; trying again", this.file, ex);
        }
    }

    /** What stands in the books. Guarded by itself. */
    static final class Content {

        final Map<LedgerKey, LedgerLine> lines = new HashMap<>();

        /** Position up to which messages are counted as kept. */
        long keptTo;

        /** Position up to which messages are counted as settled. */
        long settledTo;

    }

}
