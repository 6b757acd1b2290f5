package monitoring.relay.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import monitoring.relay.index.BackOff;
import monitoring.relay.index.Output;
import monitoring.relay.index.Settlement;
import monitoring.relay.journal.JournalBlock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes blocks and comes back when all in-sync brokers have them. What fails is
 * published again for as long as it takes; a block that is in the topic twice has the
 * same ids twice and becomes the same entries. The client is made at the first block.
 */
public final class TopicWriter implements Output, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(TopicWriter.class);

    private static final long TELL_AGAIN = TimeUnit.MINUTES.toNanos(1);

    /** What brokers take unless they are told otherwise. */
    private static final int MAX_RECORD = 1024 * 1024;

    private final KafkaProperties properties;

    private final BackOff backOff;

    private final Counter published;

    private @Nullable KafkaProducer<byte[], byte[]> producer;

    private volatile String trouble = "";

    private volatile long toldAt = System.nanoTime() - TELL_AGAIN;

    /** Publishes to a topic. */
    public TopicWriter(KafkaProperties properties, BackOff backOff, MeterRegistry registry) {
        this.properties = properties;
        this.backOff = backOff;
        this.published = Counter.builder("relay.kafka.published")
            .description("messages that the topic keeps")
            .register(registry);
    }

    @Override
    public @Nullable List<Settlement> deliver(long journal, List<JournalBlock> blocks) {
        List<JournalBlock> open = blocks;
        for (int failures = 0; !open.isEmpty(); failures++) {
            if (failures > 0 && !this.backOff.pause(failures)) {
                return null;
            }
            open = publish(journal, open);
        }
        this.published.increment(blocks.stream().mapToInt(JournalBlock::count).sum());
        return blocks.stream().map((block) -> Settlement.PLAIN).toList();
    }

    /** What has to be published again. */
    private List<JournalBlock> publish(long journal, List<JournalBlock> blocks) {
        List<JournalBlock> open = new ArrayList<>();
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (JournalBlock block : blocks) {
                sent.add(producer().send(BlockRecords.write(this.properties.topic(), journal, block)));
            }
            for (int i = 0; i < sent.size(); i++) {
                try {
                    sent.get(i).get();
                }
                catch (ExecutionException ex) {
                    open.add(blocks.get(i));
                    tell(ex.getCause());
                }
            }
        }
        catch (KafkaException ex) {
            tell(ex);
            return blocks;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return blocks;
        }
        if (open.isEmpty() && !this.trouble.isEmpty()) {
            logger.info("The {} takes messages again", this.properties);
            this.trouble = "";
        }
        return open;
    }

    private void tell(Throwable failure) {
        this.trouble = this.properties + ": " + failure.getMessage();
        if (System.nanoTime() - this.toldAt >= TELL_AGAIN) {
            this.toldAt = System.nanoTime();
            logger.warn("Publishing waits: {}; trying again until it works", this.trouble, failure);
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (this.producer == null) {
            this.producer = new KafkaProducer<>(keys());
        }
        return this.producer;
    }

    private Map<String, Object> keys() {
        int timeout = Math.toIntExact(this.properties.timeout().toMillis());
        Map<String, Object> keys = new HashMap<>(this.properties.client());
        keys.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.properties.bootstrapServers());
        keys.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        keys.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        keys.put(ProducerConfig.ACKS_CONFIG, "all");
        keys.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        keys.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        keys.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 512 * 1024);
        keys.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD);
        keys.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        keys.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.addExact(timeout, timeout));
        keys.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
        return keys;
    }

    @Override
    public String trouble() {
        return this.trouble;
    }

    @Override
    public void stop() {
        this.backOff.stop();
    }

    @Override
    public synchronized void close() {
        if (this.producer != null) {
            this.producer.close(this.properties.timeout());
        }
    }

}
