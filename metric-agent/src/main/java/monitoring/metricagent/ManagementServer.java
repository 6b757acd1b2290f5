package monitoring.metricagent;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import monitoring.metricagent.publish.Publisher;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricStoreException;

/**
 * Tells of the agent itself: {@code /actuator/health} says whether the next write would
 * succeed, {@code /actuator/prometheus} what was written and dropped.
 */
final class ManagementServer implements AutoCloseable {

    private final HttpServer server;

    private ManagementServer(HttpServer server) {
        this.server = server;
    }

    static ManagementServer start(AgentProperties.Management address, MetricStore store, Publisher publisher)
            throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(address.host(), address.port()), 0);
        }
        catch (IOException ex) {
            throw new IOException("metric-agent.management.port: " + address.port() + " (expected: one that is free on "
                    + address.host() + "): " + ex.getMessage(), ex);
        }
        server.createContext("/actuator/health", (exchange) -> health(exchange, store));
        server.createContext("/actuator/prometheus",
                (exchange) -> answer(exchange, 200, "text/plain; version=0.0.4", () -> metrics(publisher)));
        server.start();
        return new ManagementServer(server);
    }

    int port() {
        return this.server.getAddress().getPort();
    }

    private static void health(HttpExchange exchange, MetricStore store) throws IOException {
        String down = "";
        try {
            store.check();
        }
        catch (MetricStoreException ex) {
            down = String.valueOf(ex.getMessage());
        }
        String detail = down.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
        String body = down.isEmpty() ? "{\"status\":\"UP\"}"
                : "{\"status\":\"DOWN\",\"components\":{\"influx\":{\"status\":\"DOWN\",\"details\":{\"error\":\""
                        + detail + "\"}}}}";
        answer(exchange, down.isEmpty() ? 200 : 503, "application/json", () -> body);
    }

    private static String metrics(Publisher publisher) {
        return """
                # HELP metric_agent_samples_written_total Samples that InfluxDB took.
                # TYPE metric_agent_samples_written_total counter
                metric_agent_samples_written_total %d
                # HELP metric_agent_samples_dropped_total Samples that nobody will see.
                # TYPE metric_agent_samples_dropped_total counter
                metric_agent_samples_dropped_total %d
                # HELP metric_agent_readings_unreadable_total Readings of the spool that were set aside, unreadable.
                # TYPE metric_agent_readings_unreadable_total counter
                metric_agent_readings_unreadable_total %d
                # HELP metric_agent_readings_waiting Readings that wait for InfluxDB.
                # TYPE metric_agent_readings_waiting gauge
                metric_agent_readings_waiting %d
                # HELP metric_agent_last_write_timestamp_seconds When InfluxDB last took samples, 0 for never.
                # TYPE metric_agent_last_write_timestamp_seconds gauge
                metric_agent_last_write_timestamp_seconds %d
                """.formatted(publisher.written(), publisher.dropped(), publisher.unreadable(), publisher.waiting(),
                (publisher.writtenAt() != null) ? publisher.writtenAt().getEpochSecond() : 0);
    }

    private static void answer(HttpExchange exchange, int status, String type, Supplier<String> body)
            throws IOException {
        byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        this.server.stop(0);
    }

}
