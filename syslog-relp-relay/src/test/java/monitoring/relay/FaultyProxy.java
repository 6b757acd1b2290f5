package monitoring.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Stands before a real Elasticsearch and spoils two of three bulks. */
final class FaultyProxy implements AutoCloseable {

    private static final Set<String> NOT_COPIED = Set.of("content-length", "transfer-encoding", "connection");

    private static final int STALL_SECONDS = Integer.getInteger("fault.stall", 2);

    private final JsonMapper json = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    private final HttpServer server;

    private final URI target;

    private final Fault fault;

    private final AtomicInteger bulks = new AtomicInteger();

    private final AtomicInteger spoiled = new AtomicInteger();

    private final CountDownLatch closed = new CountDownLatch(1);

    FaultyProxy(URI target, Fault fault) throws IOException {
        this.target = target;
        this.fault = fault;
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        this.server.setExecutor(Executors.newCachedThreadPool((task) -> {
            Thread thread = new Thread(task, "faulty-proxy");
            thread.setDaemon(true);
            return thread;
        }));
        this.server.createContext("/", this::handle);
        this.server.start();
    }

    String url() {
        return "http://127.0.0.1:" + this.server.getAddress().getPort();
    }

    int spoiled() {
        return this.spoiled.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = body(exchange);
        boolean bulk = exchange.getRequestURI().getPath().endsWith("/_bulk");
        if (!bulk || this.bulks.getAndIncrement() % 3 == 2 && this.fault != Fault.ITEM_400) {
            pass(exchange, body);
            return;
        }
        this.spoiled.incrementAndGet();
        switch (this.fault) {
            case STATUS_503 -> answer(exchange, 503, "{\"error\":\"played\"}");
            case STATUS_429 -> answer(exchange, 429, "{\"error\":\"played\"}");
            case CUT_BEFORE -> exchange.close();
            case CUT_AFTER -> {
                forward(exchange, body);
                exchange.close();
            }
            case STALL -> {
                await();
                exchange.close();
            }
            default -> items(exchange, body);
        }
    }

    /** Plain, whatever it came as: the entries of a bulk are looked at. */
    private static byte[] body(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            return in.readAllBytes();
        }
    }

    private void await() {
        try {
            this.closed.await(STALL_SECONDS, TimeUnit.SECONDS);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange, byte[] body) throws IOException {
        HttpResponse<byte[]> response = forward(exchange, body);
        reply(exchange, response, response.body());
    }

    /** Some entries fail by themselves; the others are kept. */
    private void items(HttpExchange exchange, byte[] body) throws IOException {
        String[] lines = new String(body, StandardCharsets.UTF_8).split("\n");
        StringBuilder forwarded = new StringBuilder();
        List<Boolean> failing = new ArrayList<>();
        for (int i = 0; i + 1 < lines.length; i += 2) {
            boolean fails = fails(i, lines[i], lines[i + 1]);
            failing.add(fails);
            if (!fails) {
                forwarded.append(lines[i]).append('\n').append(lines[i + 1]).append('\n');
            }
        }
        HttpResponse<byte[]> response = forwarded.isEmpty() ? null
                : forward(exchange, forwarded.toString().getBytes(StandardCharsets.UTF_8));
        ArrayNode kept = (response != null) ? (ArrayNode) this.json.readTree(response.body()).get("items")
                : this.json.createArrayNode();
        ObjectNode merged = this.json.createObjectNode().put("took", 1).put("errors", true);
        ArrayNode items = merged.putArray("items");
        int next = 0;
        for (int i = 0; i < failing.size(); i++) {
            items.add(failing.get(i) ? failed(lines[2 * i]) : kept.get(next++));
        }
        byte[] answer = this.json.writeValueAsBytes(merged);
        if (response != null) {
            reply(exchange, response, answer);
        }
        else {
            exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
            answer(exchange, 200, new String(answer, StandardCharsets.UTF_8));
        }
    }

    /**
     * What is refused for good is so at each attempt, and only among the logs themselves.
     */
    private boolean fails(int line, String action, String entry) {
        if (this.fault != Fault.ITEM_400) {
            return line % 4 == 0;
        }
        return !action.contains("-dead-letter") && !action.contains("-audit")
                && Math.floorMod(entry.hashCode(), 3) == 0;
    }

    private JsonNode failed(String action) {
        JsonNode index = this.json.readTree(action).get("index");
        ObjectNode item = this.json.createObjectNode();
        ObjectNode result = item.putObject("index");
        result.put("_index", index.get("_index").asString()).put("_id", index.get("_id").asString());
        result.put("_type", "_doc").put("status", this.fault.status);
        result.putObject("error").put("type", "played_exception").put("reason", "played");
        return item;
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(this.target.resolve(exchange.getRequestURI().toString()))
            .timeout(Duration.ofSeconds(30))
            .method(exchange.getRequestMethod(), (body.length == 0) ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            return this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private static void reply(HttpExchange exchange, HttpResponse<byte[]> response, byte[] body) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!NOT_COPIED.contains(name) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.statusCode(), (head || body.length == 0) ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        this.closed.countDown();
        this.server.stop(0);
    }

    /** What happens to a spoiled bulk. */
    enum Fault {

        STATUS_503(503), STATUS_429(429), ITEM_429(429), ITEM_503(503), ITEM_403(403), ITEM_400(400), CUT_BEFORE(0),
        CUT_AFTER(0), STALL(0);

        private final int status;

        Fault(int status) {
            this.status = status;
        }

    }

}
