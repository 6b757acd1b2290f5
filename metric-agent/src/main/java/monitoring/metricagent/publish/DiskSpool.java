package monitoring.metricagent.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import monitoring.storage.metric.Sample;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps readings in a folder, one file each, so that a restart finds them. A file that
 * cannot be read is set aside as {@code .unreadable}, and its successors follow.
 */
final class DiskSpool implements Spool {

    private static final Logger logger = LoggerFactory.getLogger(DiskSpool.class);

    private static final String SUFFIX = ".reading";

    /** Of the files that were set aside, the newest are left to be looked at. */
    private static final int MOST_ASIDE = 10;

    private final Path folder;

    private final long mostBytes;

    /** Number of each file and its size. */
    private final TreeMap<Long, Long> files = new TreeMap<>();

    private long bytes;

    private int unreadable;

    /**
     * Finds what an earlier run left.
     * @param folder made if it is missing
     * @param mostBytes on disk
     * @throws UncheckedIOException if the folder cannot be used
     */
    DiskSpool(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        try {
            Files.createDirectories(folder);
            try (var halves = Files.newDirectoryStream(folder, "new*.partial")) {
                for (Path half : halves) {
                    Files.deleteIfExists(half);
                }
            }
            try (var found = Files.newDirectoryStream(folder, "[0-9]*" + SUFFIX)) {
                for (Path file : found) {
                    keep(Long.parseLong(file.getFileName().toString().replace(SUFFIX, "")), Files.size(file));
                }
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException("metric-agent.spool.directory: " + folder + " (expected: can be written)",
                    ex);
        }
    }

    private void keep(long number, long size) {
        this.files.put(number, size);
        this.bytes += size;
    }

    private Path file(long number) {
        return this.folder.resolve("%012d%s".formatted(number, SUFFIX));
    }

    @Override
    public synchronized int add(List<Sample> reading) {
        long number = this.files.isEmpty() ? 1 : this.files.lastKey() + 1;
        try {
            write(reading, file(number));
            keep(number, Files.size(file(number)));
        }
        catch (IOException ex) {
            logger.warn("{}: a reading of {} samples is dropped, it cannot be kept", this.folder, reading.size(), ex);
            return reading.size();
        }
        int dropped = 0;
        while (this.bytes > this.mostBytes && this.files.size() > 1) {
            List<Sample> oldest = readOldest();
            if (oldest != null) {
                dropped += oldest.size();
                remove();
            }
        }
        return dropped;
    }

    private void write(List<Sample> reading, Path file) throws IOException {
        Path partial = Files.createTempFile(this.folder, "new", ".partial");
        try {
            ReadingFile.write(partial, reading);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        }
        finally {
            // nothing is there any more where it went well
            Files.deleteIfExists(partial);
        }
    }

    @Override
    public synchronized @Nullable List<Sample> peek() {
        List<Sample> reading = null;
        while (reading == null && !this.files.isEmpty()) {
            reading = readOldest();
        }
        return reading;
    }

    /** Null where it could not be read and was set aside. */
    private @Nullable List<Sample> readOldest() {
        Path file = file(this.files.firstKey());
        try {
            return ReadingFile.read(file);
        }
        catch (IOException ex) {
            setAside(file, ex);
            return null;
        }
    }

    private void setAside(Path file, IOException reason) {
        this.bytes -= this.files.pollFirstEntry().getValue();
        this.unreadable++;
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        logger.warn("{}: cannot be read, its reading is lost; it is kept as {}: {}", file, aside.getFileName(),
                reason.toString());
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            try (var all = Files.list(this.folder)) {
                List<Path> aged = all.filter((each) -> each.toString().endsWith(".unreadable")).sorted().toList();
                for (Path old : aged.subList(0, Math.max(0, aged.size() - MOST_ASIDE))) {
                    Files.deleteIfExists(old);
                }
            }
        }
        catch (IOException ex) {
            logger.warn("{}: cannot be set aside, it is left where it is: {}", file, ex.toString());
        }
    }

    @Override
    public synchronized void remove() {
        Map.Entry<Long, Long> oldest = this.files.pollFirstEntry();
        this.bytes -= oldest.getValue();
        Path file = file(oldest.getKey());
        try {
            Files.deleteIfExists(file);
        }
        catch (IOException ex) {
            // its samples are the same when they are written again
            logger.warn("{}: cannot be deleted, the next start finds it again: {}", file, ex.toString());
        }
    }

    @Override
    public synchronized int unreadable() {
        return this.unreadable;
    }

    @Override
    public synchronized int size() {
        return this.files.size();
    }

}
