package monitoring.relay.kafka;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import monitoring.relay.journal.JournalBlock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * One block of a journal as one record: the key is the peer, so that its blocks stay in
 * order; the value has the messages as they came, octet-counted as in RFC 6587, so that
 * anybody can read them; the headers have what makes their ids.
 */
final class BlockRecords {

    private static final String JOURNAL = "journal";

    private static final String FIRST = "first";

    private static final String RECEIVED = "received";

    private static final String SESSION = "session";

    private static final String TRANSPORT = "transport";

    private BlockRecords() {
    }

    static ProducerRecord<byte[], byte[]> write(String topic, long journal, JournalBlock block) {
        byte[] peer = block.source().peer().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, null, block.receivedAt().toEpochMilli(),
                peer, messages(block));
        record.headers()
            .add(JOURNAL, number(journal))
            .add(FIRST, number(block.first()))
            .add(RECEIVED, number(block.receivedAt().toEpochMilli()))
            .add(SESSION, number(block.source().session()))
            .add(TRANSPORT, block.source().transport().label().getBytes(StandardCharsets.US_ASCII));
        return record;
    }

    private static byte[] messages(JournalBlock block) {
        ByteArrayOutputStream value = new ByteArrayOutputStream(block.size() + 8 * block.count());
        for (int i = 0; i < block.count(); i++) {
            value.writeBytes((block.lengths()[i] + " ").getBytes(StandardCharsets.US_ASCII));
            value.write(block.content(), block.starts()[i], block.lengths()[i]);
        }
        return value.toByteArray();
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static long journal(ConsumerRecord<byte[], byte[]> record) {
        return number(record.headers(), JOURNAL);
    }

    /**
     * Reads a record.
     * @throws IllegalArgumentException if it is none that a relay has written
     */
    static JournalBlock read(ConsumerRecord<byte[], byte[]> record) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        byte[] content = record.value();
        for (int at = 0; at < content.length;) {
            int space = at;
            int length = 0;
            for (; space < content.length && content[space] != ' '; space++) {
                int digit = content[space] - '0';
                require(digit >= 0 && digit <= 9 && space - at < 9, "length", record);
                length = length * 10 + digit;
            }
            require(space > at && space < content.length && length <= content.length - space - 1, "length", record);
            starts.add(space + 1);
            lengths.add(length);
            at = space + 1 + length;
        }
        require(!starts.isEmpty() && record.key() != null, "value", record);
        Source source = new Source(transport(record), new String(record.key(), StandardCharsets.UTF_8),
                number(record.headers(), SESSION));
        return new JournalBlock(number(record.headers(), FIRST),
                Instant.ofEpochMilli(number(record.headers(), RECEIVED)), source, content, ints(starts), ints(lengths));
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Transport transport(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(TRANSPORT);
        String label = (header != null) ? new String(header.value(), StandardCharsets.US_ASCII) : "";
        for (Transport transport : Transport.values()) {
            if (transport.label().equals(label)) {
                return transport;
            }
        }
        throw new IllegalArgumentException("header transport: " + label + " (expected: what a relay writes)");
    }

    private static long number(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value().length != Long.BYTES) {
            throw new IllegalArgumentException("header " + name + ": missing (expected: 8 bytes)");
        }
        return ByteBuffer.wrap(header.value()).getLong();
    }

    private static void require(boolean holds, String what, ConsumerRecord<byte[], byte[]> record) {
        if (!holds) {
            throw new IllegalArgumentException("%s of record %d of %s-%d (expected: octet-counted messages)"
                .formatted(what, record.offset(), record.topic(), record.partition()));
        }
    }

}
