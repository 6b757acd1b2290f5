package monitoring.relay.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.relay.intake.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books on disk: a file of lines with tabs, of which the first has the journal and
 * the positions, and a second file of the same form with what was added since, each
 * addition ended by a line {@code end}. Not synced: after a power cut the journal is the
 * truth, and what the books miss of it is counted again.
 */
public final class LedgerFile {

    private static final Logger logger = LoggerFactory.getLogger(LedgerFile.class);

    private static final String END = "end";

    private final Path file;

    private final Path additions;

    /** The files in the folder of a journal. */
    public LedgerFile(Path directory) {
        this.file = directory.resolve("audit");
        this.additions = directory.resolve("audit.additions");
    }

    /** Reads the books of a journal; without any they begin at a position. */
    Content read(long journal, long position) {
        Content content = new Content();
        content.keptTo = position;
        content.settledTo = position;
        if (!Files.exists(this.file)) {
            return content;
        }
        try {
            List<String> lines = Files.readAllLines(this.file);
            if (!lines.get(0).startsWith(journal + "\t")) {
                logger.warn("{} is of another journal; the books begin again", this.file);
                return content;
            }
            Content found = new Content();
            found.add(lines);
            addAdditions(found);
            return found;
        }
        catch (IOException | RuntimeException ex) {
            logger.warn("{} cannot be read; the books begin again with what is in the journal", this.file, ex);
            return content;
        }
    }

    /** A crash may have left additions that are in the books already, or half a one. */
    private void addAdditions(Content content) throws IOException {
        if (!Files.exists(this.additions)) {
            return;
        }
        List<String> addition = new ArrayList<>();
        for (String line : Files.readAllLines(this.additions)) {
            if (!line.equals(END)) {
                addition.add(line);
                continue;
            }
            if (Long.parseLong(addition.get(0).split("\t")[3]) == content.version + 1) {
                content.add(addition);
            }
            addition.clear();
        }
    }

    /** Writes all of it anew. */
    void write(long journal, Content content) {
        try {
            Path draft = this.file.resolveSibling("audit.new");
            Files.write(draft, content.print(journal, content.lines));
            Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(this.additions);
            content.added.clear();
            content.torn = false;
        }
        catch (IOException ex) {
            logger.warn("The books cannot be written to {}; trying again", this.file, ex);
        }
    }

    /** Writes what was added since the last time. */
    void append(long journal, Content content) {
        if (content.torn) {
            write(journal, content);
            return;
        }
        content.version++;
        List<String> lines = content.print(journal, content.added);
        lines.add(END);
        try {
            Files.write(this.additions, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            content.added.clear();
        }
        catch (IOException ex) {
            content.torn = true;
            logger.warn("The books cannot be written to {}; trying again", this.additions, ex);
        }
    }

    /** What stands in the books. Guarded by itself. */
    static final class Content {

        final Map<LedgerKey, LedgerLine> lines = new HashMap<>();

        /** What of it is not on disk yet. */
        final Map<LedgerKey, LedgerLine> added = new HashMap<>();

        /** Position up to which messages are counted as kept. */
        long keptTo;

        /** Position up to which messages are counted as settled. */
        long settledTo;

        /** Whether half an addition may be on disk. */
        boolean torn;

        /** How many additions there were. */
        long version;

        void add(LedgerKey key, LedgerLine line) {
            this.lines.merge(key, line, LedgerLine::plus);
            this.added.merge(key, line, LedgerLine::plus);
        }

        private void add(List<String> printed) {
            String[] head = printed.get(0).split("\t");
            this.keptTo = Long.parseLong(head[1]);
            this.settledTo = Long.parseLong(head[2]);
            this.version = Long.parseLong(head[3]);
            for (String line : printed.subList(1, printed.size())) {
                String[] words = line.split("\t");
                LedgerKey key = new LedgerKey(Instant.parse(words[0]), Transport.valueOf(words[1]), words[2]);
                this.lines.merge(key,
                        new LedgerLine(Long.parseLong(words[3]), Long.parseLong(words[4]), Long.parseLong(words[5]),
                                Long.parseLong(words[6]), Long.parseLong(words[7]), Long.parseLong(words[8])),
                        LedgerLine::plus);
            }
        }

        private List<String> print(long journal, Map<LedgerKey, LedgerLine> printed) {
            List<String> text = new ArrayList<>();
            text.add(journal + "\t" + this.keptTo + "\t" + this.settledTo + "\t" + this.version);
            printed.forEach((key,
                    line) -> text.add("%s\t%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d".formatted(key.hour(), key.transport().name(),
                            key.peer(), line.kept(), line.repeated(), line.indexed(), line.joined(),
                            line.deadLettered(), line.lost())));
            return text;
        }

    }

}
