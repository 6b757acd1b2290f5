package monitoring.relay.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Takes every bulk and forgets it, so that the cost of what sends can be seen. */
final class NoOpElasticsearch implements AutoCloseable {

    /** With all that the client insists on. */
    private static final String VERSION = """
            {"name":"no-op","cluster_name":"no-op","cluster_uuid":"no-op","version":{"number":"7.17.0",
            "build_flavor":"default","build_type":"none","build_hash":"none","build_date":"2022-01-28T00:00:00Z",
            "build_snapshot":false,"lucene_version":"8.11.1","minimum_wire_compatibility_version":"6.8.0",
            "minimum_index_compatibility_version":"6.0.0"},"tagline":"You Know, for Search"}""";

    private final HttpServer server;

    private final AtomicLong taken = new AtomicLong();

    NoOpElasticsearch() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        this.server.setExecutor(Executors.newFixedThreadPool(4, (task) -> {
            Thread thread = new Thread(task, "no-op-elasticsearch");
            thread.setDaemon(true);
            return thread;
        }));
        this.server.createContext("/", (exchange) -> answer(exchange, "{\"acknowledged\":true}"));
        this.server.createContext("/_bulk", this::bulk);
        this.server.start();
    }

    String url() {
        return "http://127.0.0.1:" + this.server.getAddress().getPort();
    }

    /** Documents so far. */
    long taken() {
        return this.taken.get();
    }

    private void bulk(HttpExchange exchange) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long lines = 0;
        try (InputStream in = exchange.getRequestBody()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += (buffer[i] == '\n') ? 1 : 0;
                }
            }
        }
        answer(exchange, "{\"errors\":false}");
        this.taken.addAndGet(lines / 2);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        byte[] body = (path.equals("/") ? VERSION : json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(path.startsWith("/_ilm") ? 404 : 200, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        this.server.stop(0);
    }

}
