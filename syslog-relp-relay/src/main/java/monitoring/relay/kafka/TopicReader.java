package monitoring.relay.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import monitoring.relay.index.BackOff;
import monitoring.relay.index.Output;
import monitoring.relay.journal.JournalBlock;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads blocks from the topic and delivers them to an output, forever. How far it came is
 * written down in the topic only after the output has kept everything before; what was
 * not is delivered again, under the same ids. Any number of readers share the partitions.
 */
public final class TopicReader implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(TopicReader.class);

    private static final Duration PATIENCE = Duration.ofMillis(500);

    /**
     * So long may the output take nothing before the brokers give the partitions away.
     */
    private static final int MAX_POLL_INTERVAL = Math.toIntExact(Duration.ofMinutes(10).toMillis());

    private final KafkaProperties properties;

    private final Output output;

    private final BackOff backOff;

    private final Counter read;

    private final Counter unreadable;

    private final Thread thread;

    private volatile boolean stopping;

    private volatile String trouble = "not asked yet";

    private volatile @Nullable KafkaConsumer<byte[], byte[]> current;

    /** Starts reading. */
    public TopicReader(KafkaProperties properties, Output output, BackOff backOff, MeterRegistry registry) {
        this.properties = properties;
        this.output = output;
        this.backOff = backOff;
        this.read = Counter.builder("relay.kafka.read")
            .description("messages read from the topic and kept by the output")
            .register(registry);
        this.unreadable = Counter.builder("relay.kafka.unreadable")
            .description("records of the topic that no relay has written; stepped over")
            .register(registry);
        this.thread = new Thread(this::run, "topic-reader");
        this.thread.start();
    }

    /** Why nothing is read; empty if the brokers answer. */
    public String trouble() {
        return this.trouble;
    }

    private void run() {
        for (int failures = 0; !this.stopping; failures++) {
            if (failures > 0 && !this.backOff.pause(Math.min(failures, 20))) {
                return;
            }
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(keys())) {
                this.current = consumer;
                consumer.subscribe(List.of(this.properties.topic()));
                while (!this.stopping) {
                    settle(consumer);
                    failures = 0;
                }
            }
            catch (WakeupException ex) {
                return; // asked to stop
            }
            catch (RuntimeException ex) {
                this.trouble = this.properties + ": " + ex.getMessage();
                logger.warn("Reading pauses: {}; trying again", this.trouble, ex);
            }
        }
    }

    private void settle(KafkaConsumer<byte[], byte[]> consumer) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(PATIENCE);
        this.trouble = "";
        for (Map.Entry<Long, List<JournalBlock>> journal : byJournal(records).entrySet()) {
            if (this.output.deliver(journal.getKey(), journal.getValue()) == null) {
                this.stopping = true;
                return;
            }
            this.read.increment(journal.getValue().stream().mapToInt(JournalBlock::count).sum());
        }
        if (!records.isEmpty()) {
            commit(consumer);
        }
    }

    private void commit(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            consumer.commitSync();
        }
        catch (CommitFailedException ex) {
            logger.info("Another reader has the partitions by now and reads some of it again: {}", ex.getMessage());
        }
    }

    private Map<Long, List<JournalBlock>> byJournal(ConsumerRecords<byte[], byte[]> records) {
        Map<Long, List<JournalBlock>> found = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                JournalBlock block = BlockRecords.read(record);
                found.computeIfAbsent(BlockRecords.journal(record), (journal) -> new ArrayList<>()).add(block);
            }
            catch (IllegalArgumentException ex) {
                this.unreadable.increment();
                logger.warn("Record {} of {}-{} stepped over: {}", record.offset(), record.topic(), record.partition(),
                        ex.getMessage());
            }
        }
        return found;
    }

    private Map<String, Object> keys() {
        Map<String, Object> keys = new HashMap<>(this.properties.client());
        keys.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.properties.bootstrapServers());
        keys.put(ConsumerConfig.GROUP_ID_CONFIG, this.properties.group());
        keys.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        keys.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        keys.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        keys.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        keys.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL);
        keys.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 16);
        keys.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(this.properties.timeout().toMillis()));
        keys.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(this.properties.timeout().toMillis()));
        return keys;
    }

    /** Stops after what is being delivered, unless the output does not take it. */
    @Override
    public void close() {
        this.stopping = true;
        this.output.stop();
        this.backOff.stop();
        KafkaConsumer<byte[], byte[]> open = this.current;
        if (open != null) {
            open.wakeup();
        }
        try {
            this.thread.join();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

}
