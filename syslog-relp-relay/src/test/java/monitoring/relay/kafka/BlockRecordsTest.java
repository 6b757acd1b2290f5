package monitoring.relay.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import monitoring.relay.journal.JournalBlock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BlockRecordsTest {

    private static final JournalBlock BLOCK = new JournalBlock(4711, Instant.parse("2026-11-21T02:00:01.123Z"),
            new Source(Transport.RELP_TLS, "10.0.1.17", 7), "..<13>a\nb12 c".getBytes(StandardCharsets.UTF_8),
            new int[] { 2, 9, 13 }, new int[] { 7, 4, 0 });

    @Test
    void givesBackTheBlock() {
        ConsumerRecord<byte[], byte[]> record = received(BlockRecords.write("logs", 42, BLOCK), null);
        JournalBlock read = BlockRecords.read(record);
        assertThat(BlockRecords.journal(record)).isEqualTo(42);
        assertThat(read.first()).isEqualTo(4711);
        assertThat(read.last()).isEqualTo(4713);
        assertThat(read.receivedAt()).isEqualTo(BLOCK.receivedAt());
        assertThat(read.source()).isEqualTo(BLOCK.source());
        assertThat(message(read, 0)).isEqualTo("<13>a\nb");
        assertThat(message(read, 1)).isEqualTo("12 c");
        assertThat(message(read, 2)).isEmpty();
    }

    @Test
    void writesOctetCountedMessagesThatOthersCanRead() {
        assertThat(new String(BlockRecords.write("logs", 42, BLOCK).value(), StandardCharsets.UTF_8))
            .isEqualTo("7 <13>a\nb4 12 c0 ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "7", "7 <13>a", " <13>a", "-1 a", "99999999999 a", "2147483647 a" })
    void refusesWhatNoRelayHasWritten(String value) {
        ConsumerRecord<byte[], byte[]> record = received(BlockRecords.write("logs", 42, BLOCK), value);
        assertThatIllegalArgumentException().isThrownBy(() -> BlockRecords.read(record))
            .withMessageContaining("record 5 of logs-3 (expected: octet-counted messages)");
    }

    @Test
    void refusesARecordWithoutItsHeaders() {
        ConsumerRecord<byte[], byte[]> bare = new ConsumerRecord<>("logs", 3, 5, new byte[1],
                "1 a".getBytes(StandardCharsets.UTF_8));
        assertThatIllegalArgumentException().isThrownBy(() -> BlockRecords.read(bare))
            .withMessageContaining("(expected: what a relay writes)");
    }

    private static String message(JournalBlock block, int number) {
        return new String(block.content(), block.starts()[number], block.lengths()[number], StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent, String value) {
        byte[] content = (value != null) ? value.getBytes(StandardCharsets.UTF_8) : sent.value();
        return new ConsumerRecord<>("logs", 3, 5, 0, TimestampType.LOG_APPEND_TIME, sent.key().length, content.length,
                sent.key(), content, sent.headers(), Optional.empty());
    }

}
