package monitoring.foundation.agents;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

import monitoring.foundation.agents.LinePointSink.LineBatch;
import monitoring.foundation.agents.LinePointSink.LineReceiver;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.metric.MetricStoreException;

import org.jspecify.annotations.Nullable;

/** Sends batches of lines to InfluxDB with several connections at once. */
final class LineWriter implements LineReceiver, AutoCloseable {

    private static final LineBatch END = new LineBatch("", new byte[0], 0);

    private final InfluxProperties influx;

    private final HttpClient http;

    private final BlockingQueue<LineBatch> queue = new ArrayBlockingQueue<>(4);

    private final List<Thread> threads = new ArrayList<>();

    private final AtomicLong written = new AtomicLong();

    private volatile @Nullable RuntimeException failure;

    LineWriter(InfluxProperties influx, int connections) {
        this.influx = influx;
        this.http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(influx.timeouts().connect())
            .build();
        for (int number = 0; number < connections; number++) {
            Thread thread = new Thread(this::run, "line-writer-" + number);
            thread.setDaemon(true);
            thread.start();
            this.threads.add(thread);
        }
    }

    /** Takes a batch; waits while four others wait. */
    @Override
    public void accept(LineBatch batch) {
        RuntimeException failed = this.failure;
        if (failed != null) {
            throw failed;
        }
        try {
            this.queue.put(batch);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw MetricStoreException.unreachable(this.influx.url(), ex);
        }
    }

    private void run() {
        try {
            for (LineBatch batch = this.queue.take(); batch != END; batch = this.queue.take()) {
                if (this.failure == null) {
                    send(batch);
                }
            }
            this.queue.put(END); // for the other connections
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(LineBatch batch) throws InterruptedException {
        URI uri = this.influx.url()
            .resolve("/write?precision=s&db=" + URLEncoder.encode(batch.database(), StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
            .timeout(this.influx.timeouts().write())
            .POST(BodyPublishers.ofByteArray(batch.lines()));
        if (!this.influx.username().isEmpty()) {
            byte[] pair = (this.influx.username() + ":" + this.influx.password()).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        try {
            HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 == 2) {
                this.written.addAndGet(batch.points());
            }
            else {
                this.failure = MetricStoreException.rejected(uri, response.statusCode(), response.body());
            }
        }
        catch (IOException ex) {
            this.failure = MetricStoreException.unreachable(uri, ex);
        }
    }

    long written() {
        return this.written.get();
    }

    /**
     * Waits until all is written.
     * @throws MetricStoreException if something was not
     */
    void finish() {
        try {
            if (this.failure == null) {
                this.queue.put(END);
            }
            else {
                this.queue.clear();
                this.queue.add(END);
            }
            for (Thread thread : this.threads) {
                thread.join();
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        RuntimeException failed = this.failure;
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public void close() {
        this.threads.forEach(Thread::interrupt);
    }

}
