package monitoring.storage.influxdb;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import monitoring.storage.metric.MetricStoreException;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBException;
import org.influxdb.InfluxDBFactory;
import org.influxdb.InfluxDBIOException;

/** Talks to InfluxDB, and says in one exception what went wrong and whether it passes. */
final class InfluxClient implements AutoCloseable {

    /** Rows of one series in one piece of an answer. */
    private static final int CHUNK = 10_000;

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

    /** Writes lines with times in milliseconds to the default retention policy. */
    void write(String database, String lines) {
        write(database, "", lines);
    }

    /** Writes lines with times in milliseconds. */
    void write(String database, String policy, String lines) {
        URI uri = address("/write?db=" + database);
        try {
            this.influx.write(database, policy, InfluxDB.ConsistencyLevel.ONE, TimeUnit.MILLISECONDS, lines);
        }
        catch (InfluxDBIOException ex) {
            throw failure(uri, (ex.getCause() instanceof IOException io) ? io : new IOException(ex));
        }
        catch (InfluxDBException ex) {
            throw MetricStoreException.refused(uri, String.valueOf(ex.getMessage()), ex.isRetryWorth());
        }
    }

    /**
     * Runs statements in one request; times come back in milliseconds. The answer comes
     * in pieces and is read while InfluxDB still works on the rest; {@code influxdb-java}
     * can do that only with times as text and on another thread.
     */
    void query(String statements, AnswerReader reader) {
        URI uri = address("/query");
        try (Response response = this.http.newCall(request(uri, statements)).execute()) {
            new AnswerStream(response.body().source(), reader, (reason) -> {
                throw refused(uri, reason);
            }).read();
        }
        catch (IOException ex) {
            throw failure(uri, ex);
        }
        catch (JsonDataException ex) {
            throw MetricStoreException.refused(uri, String.valueOf(ex.getMessage()), false);
        }
    }

    private Request request(URI uri, String statements) {
        Request.Builder request = new Request.Builder().url(uri + "?epoch=ms&chunked=true&chunk_size=" + CHUNK)
            // compressing costs InfluxDB more time than a network saves
            .header("Accept-Encoding", "identity")
            .post(new FormBody.Builder().add("q", statements).build());
        if (!this.properties.username().isEmpty()) {
            request.header("Authorization", Credentials.basic(this.properties.username(), this.properties.password()));
        }
        return request.build();
    }

    private static MetricStoreException refused(URI uri, String reason) {
        boolean passes = reason.contains("timeout") || reason.contains("limit exceeded") || reason.contains("shutdown")
                || reason.contains("engine is closed");
        return MetricStoreException.refused(uri, reason, passes);
    }

    private static MetricStoreException failure(URI uri, IOException ex) {
        if (ex instanceof RejectedAnswer answer) {
            if (answer.status() == 400 && answer.body().contains("partial write")) {
                return MetricStoreException.partial(uri, answer.body());
            }
            return MetricStoreException.rejected(uri, answer.status(), answer.body());
        }
        if (ex instanceof JsonEncodingException malformed) {
            return MetricStoreException.refused(uri, "no JSON, " + malformed.getMessage(), false);
        }
        return MetricStoreException.unreachable(uri, ex);
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
         * Reads one series, or the next rows of one that has very many.
         * @param statement number of the statement it answers, from 0
         * @param tags what it is grouped by
         * @param rows its values, time first
         */
        void series(int statement, Map<String, String> tags, List<List<Object>> rows);

        /** Reads one series of a statement that asks several measurements. */
        default void series(int statement, String measurement, Map<String, String> tags, List<List<Object>> rows) {
            series(statement, tags, rows);
        }

    }

}
