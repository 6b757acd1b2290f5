package monitoring.metricagent.publish;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading in one file. */
final class ReadingFile {

    private static final Logger logger = LoggerFactory.getLogger(ReadingFile.class);

    private ReadingFile() {
    }

    /** Writes a reading; it is on the disk when this returns. */
    static void write(Path file, List<Sample> reading) throws IOException {
        try (FileOutputStream bytes = new FileOutputStream(file.toFile());
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes))) {
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
            out.flush();
            bytes.getChannel().force(true);
        }
    }

    /** A field keeps its type: the store refuses another one later. */
    private static void number(DataOutputStream out, Number value) throws IOException {
        boolean whole = value instanceof Long || value instanceof Integer;
        out.writeBoolean(whole);
        out.writeLong(whole ? value.longValue() : Double.doubleToRawLongBits(value.doubleValue()));
    }

    /**
     * Reads what {@link #write} wrote; of a file that was cut, what is left.
     * @throws IOException if it is none of ours or cannot be read
     */
    static List<Sample> read(Path file) throws IOException {
        List<Sample> reading = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int measurement = in.read(); measurement >= 0; measurement = in.read()) {
                reading.add(sample(Measurement.values()[measurement], in));
            }
        }
        catch (EOFException ex) {
            logger.warn("{}: cut off after {} samples; the rest is lost", file, reading.size());
        }
        catch (RuntimeException ex) { // whatever bytes that are no samples lead to
            throw new IOException("no sample after " + reading.size() + " samples: " + ex.getMessage(), ex);
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

}
