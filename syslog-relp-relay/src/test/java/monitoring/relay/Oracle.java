package monitoring.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.stream.IntStream;

import monitoring.storage.log.DeadLetter;
import monitoring.storage.log.DeadLetterPage;
import monitoring.storage.log.DeadLetterQuery;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import monitoring.storage.metric.TimeRange;

/** Numbered lines, and which of them are found in a log store, how often. */
record Oracle(int sent, BitSet found, int twice) {

    private static final int PAGE = 10_000;

    static void write(Path file, int count) throws IOException {
        write(file, 0, count);
    }

    /** The lines from a number on to one before another. */
    static void write(Path file, int from, int to, OpenOption... options) throws IOException {
        String now = Instant.now().toString();
        Files.write(file,
                IntStream.range(from, to)
                    .mapToObj((number) -> "<14>1 " + now + " 10.0.1.17 load - - - numbered line " + number)
                    .toList(),
                options);
    }

    static Oracle ask(LogStore store, int sent) {
        Instant now = Instant.now();
        BitSet found = new BitSet(sent);
        int twice = 0;
        String after = null;
        do {
            LogPage page = store.search(new LogQuery("", new TimeRange(now.minusSeconds(7200), now.plusSeconds(600)),
                    Map.of(), LogSeverity.DEBUG, new LogQuery.Page(PAGE, false, after)));
            for (LogPage.Hit hit : page.hits()) {
                String message = hit.entry().message();
                int number = Integer.parseInt(message.substring(message.lastIndexOf(' ') + 1));
                twice += found.get(number) ? 1 : 0;
                found.set(number);
            }
            after = page.next();
        }
        while (after != null);
        return new Oracle(sent, found, twice);
    }

    /** Counts those in a store of dead letters too. */
    Oracle and(DeadLetterStore letters) {
        BitSet all = (BitSet) this.found.clone();
        int more = 0;
        String after = null;
        do {
            DeadLetterPage page = letters.list(new DeadLetterQuery("", "", 1000, after));
            for (DeadLetter letter : page.letters()) {
                String message = letter.entry().message();
                int number = Integer.parseInt(message.substring(message.lastIndexOf(' ') + 1));
                more += all.get(number) ? 1 : 0;
                all.set(number);
            }
            after = page.next();
        }
        while (after != null);
        return new Oracle(this.sent, all, this.twice + more);
    }

    int missing() {
        return this.sent - this.found.cardinality();
    }

    @Override
    public String toString() {
        return "%d sent, %d missing, %d twice".formatted(this.sent, missing(), this.twice);
    }

}
