package monitoring.storage.influxdb;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import monitoring.storage.metric.MetricStoreException;
import okhttp3.OkHttpClient;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBException;
import org.influxdb.InfluxDBFactory;
import org.influxdb.InfluxDBIOException;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;

/** Talks to InfluxDB, and says in one exception what went wrong and whether it passes. */
final class InfluxClient implements AutoCloseable {

    private final InfluxProperties properties;

    private final OkHttpClient http;

    private final InfluxDB influx;

    InfluxClient(InfluxProperties properties) {
        this.properties = properties;
        OkHttpClient.Builder builder = new OkHttpClient.Builder().connectTimeout(properties.timeouts().connect())
            .readTimeout(properties.timeouts().read())
            .writeTimeout(properties.timeouts().write())
            .addInterceptor(RejectedAnswer::intercept);
        if (properties.gzip()) {
            builder.addInterceptor(FastGzip::intercept);
        }
        CertificateAuthority.trust(properties.certificateAuthority(), builder);
        this.http = builder.build();
        this.influx = connect(properties, this.http.newBuilder());
    }

    private static InfluxDB connect(InfluxProperties properties, OkHttpClient.Builder http) {
        String url = properties.url().toString();
        return properties.username().isEmpty() ? InfluxDBFactory.connect(url, http)
                : InfluxDBFactory.connect(url, properties.username(), properties.password(), http);
    }

    /** Writes lines with times in milliseconds. */
    void write(String database, String lines) {
        URI uri = address("/write?db=" + database);
        try {
            this.influx.write(database, "", InfluxDB.ConsistencyLevel.ONE, TimeUnit.MILLISECONDS, lines);
        }
        catch (InfluxDBIOException ex) {
            throw failure(uri, ex);
        }
        catch (InfluxDBException ex) {
            throw MetricStoreException.refused(uri, String.valueOf(ex.getMessage()), ex.isRetryWorth());
        }
    }

    /** Runs statements in one request; times come back in milliseconds. */
    void query(String statements, AnswerReader reader) {
        URI uri = address("/query");
        try {
            QueryResult answer = this.influx.query(new Query(statements, null, true), TimeUnit.MILLISECONDS);
            if (answer.getError() != null) {
                throw refused(uri, answer.getError());
            }
            int statement = 0;
            for (QueryResult.Result result : answer.getResults()) {
                read(uri, statement++, result, reader);
            }
        }
        catch (InfluxDBIOException ex) {
            throw failure(uri, ex);
        }
        catch (InfluxDBException | JsonDataException ex) {
            throw MetricStoreException.refused(uri, String.valueOf(ex.getMessage()), false);
        }
    }

    private static void read(URI uri, int statement, QueryResult.Result result, AnswerReader reader) {
        if (result.getError() != null) {
            throw refused(uri, result.getError());
        }
        if (result.getSeries() == null) {
            return;
        }
        for (QueryResult.Series series : result.getSeries()) {
            Map<String, String> tags = (series.getTags() != null) ? series.getTags() : Map.of();
            List<List<Object>> rows = (series.getValues() != null) ? series.getValues() : List.of();
            reader.series(statement, tags, rows);
        }
    }

    private static MetricStoreException refused(URI uri, String reason) {
        boolean passes = reason.contains("timeout") || reason.contains("limit exceeded") || reason.contains("shutdown")
                || reason.contains("engine is closed");
        return MetricStoreException.refused(uri, reason, passes);
    }

    private static MetricStoreException failure(URI uri, InfluxDBIOException ex) {
        if (ex.getCause() instanceof RejectedAnswer answer) {
            if (answer.status() == 400 && answer.body().contains("partial write")) {
                return MetricStoreException.partial(uri, answer.body());
            }
            return MetricStoreException.rejected(uri, answer.status(), answer.body());
        }
        if (ex.getCause() instanceof JsonEncodingException malformed) {
            return MetricStoreException.refused(uri, "no JSON, " + malformed.getMessage(), false);
        }
        IOException cause = (ex.getCause() instanceof IOException io) ? io : new IOException(ex);
        return MetricStoreException.unreachable(uri, cause);
    }

    private URI address(String path) {
        String url = this.properties.url().toString();
        return URI.create((url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + path);
    }

    @Override
    public void close() {
        this.influx.close();
        this.http.connectionPool().evictAll();
    }

    @Override
    public String toString() {
        return this.properties.toString();
    }

    /** Takes the series of an answer one by one. */
    @FunctionalInterface
    interface AnswerReader {

        /**
         * Reads one series.
         * @param statement number of the statement it answers, from 0
         * @param tags what it is grouped by
         * @param rows its values, time first
         */
        void series(int statement, Map<String, String> tags, List<List<Object>> rows);

    }

}
