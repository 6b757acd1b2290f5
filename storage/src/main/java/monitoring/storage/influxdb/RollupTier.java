package monitoring.storage.influxdb;

import java.time.Duration;
import java.time.Instant;

/**
 * A retention policy with rollups beside the server's default one, which is never
 * touched. Its measurements have the names and tags of the raw ones, so that it adds
 * points but no series.
 */
enum RollupTier {

    /** Made of buckets of five minutes. */
    HOURS("rollup_1h", Duration.ofHours(1), Duration.ofDays(30)),
    /** Made of the samples. */
    FIVE_MINUTES("rollup_5m", Duration.ofMinutes(5), Duration.ofDays(7));

    /** What is rolled up at once. */
    static final Duration SLICE = Duration.ofHours(1);

    private final String policy;

    private final Duration bucket;

    private final Duration shard;

    RollupTier(String policy, Duration bucket, Duration shard) {
        this.policy = policy;
        this.bucket = bucket;
        this.shard = shard;
    }

    /** Its retention policy. */
    String policy() {
        return this.policy;
    }

    /** The length of its buckets. */
    Duration bucket() {
        return this.bucket;
    }

    /** What InfluxDB forgets at once; never longer than it keeps anything. */
    Duration shard() {
        return this.shard;
    }

    /** Whether whole buckets of it make up a longer one. */
    boolean divides(Duration step) {
        return step.toMillis() % this.bucket.toMillis() == 0;
    }

    /** The slice that a moment is in. */
    static Instant sliceOf(Instant time) {
        return floor(time, SLICE);
    }

    /** The begin of the bucket of a length that a moment is in. */
    static Instant floor(Instant time, Duration length) {
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), length.toMillis()) * length.toMillis());
    }

}
