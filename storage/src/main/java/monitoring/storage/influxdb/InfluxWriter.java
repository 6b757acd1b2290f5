package monitoring.storage.influxdb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.Sample;

import org.jspecify.annotations.Nullable;

/** Sends samples in batches, each to the database that it belongs to. */
final class InfluxWriter {

    private static final int BYTES_OF_A_LINE = 256;

    private final InfluxClient client;

    private final InfluxProperties properties;

    InfluxWriter(InfluxClient client, InfluxProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    /**
     * Sends all batches even when the server refuses samples of one; stops when it does
     * not answer, or takes none at all.
     */
    void write(List<Sample> samples) {
        Map<String, Batch> batches = new LinkedHashMap<>();
        LineProtocol lines = new LineProtocol(this.properties.measurements());
        MetricStoreException refusal = null;
        for (Sample sample : samples) {
            String database = this.properties.databases().of(sample.measurement());
            Batch batch = batches.computeIfAbsent(database, (name) -> new Batch(samples.size()));
            lines.append(sample, batch.text);
            if (++batch.size == this.properties.batchSize()) {
                refusal = first(refusal, send(database, batch));
            }
        }
        for (Map.Entry<String, Batch> batch : batches.entrySet()) {
            refusal = first(refusal, send(batch.getKey(), batch.getValue()));
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    private @Nullable MetricStoreException send(String database, Batch batch) {
        if (batch.size == 0) {
            return null; // InfluxDB answers 400 to an empty body
        }
        try {
            this.client.write(database, batch.text.toString());
            return null;
        }
        catch (MetricStoreException ex) {
            if (!ex.isOfSamples()) {
                throw ex;
            }
            return ex;
        }
        finally {
            batch.clear();
        }
    }

    private static @Nullable MetricStoreException first(@Nullable MetricStoreException earlier,
            @Nullable MetricStoreException later) {
        return (earlier != null) ? earlier : later;
    }

    /** The lines for one database. */
    private final class Batch {

        private final StringBuilder text;

        private int size;

        Batch(int expected) {
            this.text = new StringBuilder(
                    Math.min(expected, InfluxWriter.this.properties.batchSize()) * BYTES_OF_A_LINE);
        }

        void clear() {
            this.text.setLength(0);
            this.size = 0;
        }

    }

}
