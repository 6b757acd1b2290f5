package monitoring.metricagent.publish;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Sample;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps readings in a folder, one file each, so that a restart finds them. */
final class DiskSpool implements Spool {

    private static final Logger logger = LoggerFactory.getLogger(DiskSpool.class);

    private static final String SUFFIX = ".reading";

    private final Path folder;

    private final long mostBytes;

    /** Number of each file and its size. */
    private final TreeMap<Long, Long> files = new TreeMap<>();

    private long bytes;

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
            try (var found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
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
            Path partial = Files.createTempFile(this.folder, "new", ".partial");
            write(partial, reading);
            Files.move(partial, file(number), StandardCopyOption.ATOMIC_MOVE);
            keep(number, Files.size(file(number)));
        }
        catch (IOException ex) {
            logger.warn("{}: a reading of {} samples is dropped, it cannot be kept", this.folder, reading.size(), ex);
            return reading.size();
        }
        int dropped = 0;
        while (this.bytes > this.mostBytes && this.files.size() > 1) {
            List<Sample> oldest = peek();
            dropped += (oldest != null) ? oldest.size() : 0;
            remove();
        }
        return dropped;
    }

    private static void write(Path file, List<Sample> reading) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Sample sample : reading) {
                out.writeByte(sample.measurement().ordinal());
                out.writeLong(sample.time().getEpochSecond());
                out.writeInt(sample.time().getNano());
                out.writeShort(sample.tags().size());
                for (Map.Entry<String, String> tag : sample.tags().entrySet()) {
                    out.writeUTF(tag.getKey());
                    out.writeUTF(tag.getValue());
                }
                out.writeShort(sample.fields().size());
                for (Map.Entry<String, Number> field : sample.fields().entrySet()) {
                    out.writeUTF(field.getKey());
                    number(out, field.getValue());
                }
            }
        }
    }

    /** A field keeps its type: the store refuses another one later. */
    private static void number(DataOutputStream out, Number value) throws IOException {
        boolean whole = value instanceof Long || value instanceof Integer;
        out.writeBoolean(whole);
        out.writeLong(whole ? value.longValue() : Double.doubleToRawLongBits(value.doubleValue()));
    }

    @Override
    public synchronized @Nullable List<Sample> peek() {
        if (this.files.isEmpty()) {
            return null;
        }
        Path file = file(this.files.firstKey());
        List<Sample> reading = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int measurement = in.read(); measurement >= 0; measurement = in.read()) {
                reading.add(sample(Measurement.values()[measurement], in));
            }
        }
        catch (EOFException ex) {
            logger.warn("{}: cut off after {} samples; the rest is lost", file, reading.size());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return reading;
    }

    private static Sample sample(Measurement measurement, DataInputStream in) throws IOException {
        Instant time = Instant.ofEpochSecond(in.readLong(), in.readInt());
        Map<String, String> tags = new HashMap<>();
        for (int left = in.readShort(); left > 0; left--) {
            tags.put(in.readUTF(), in.readUTF());
        }
        Map<String, Number> fields = new HashMap<>();
        for (int left = in.readShort(); left > 0; left--) {
            String name = in.readUTF();
            boolean whole = in.readBoolean();
            long value = in.readLong();
            fields.put(name, whole ? (Number) value : (Number) Double.longBitsToDouble(value));
        }
        return new Sample(measurement, tags, fields, time);
    }

    @Override
    public synchronized void remove() {
        Map.Entry<Long, Long> oldest = this.files.pollFirstEntry();
        this.bytes -= oldest.getValue();
        try {
            Files.deleteIfExists(file(oldest.getKey()));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public synchronized int size() {
        return this.files.size();
    }

}
