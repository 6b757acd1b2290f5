package monitoring.batch.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An InfluxDB without points that remembers what it was asked. */
final class StatementRecorder implements AutoCloseable {

    private final List<String> requests = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    StatementRecorder() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.server.createContext("/", this::answer);
        this.server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (form.startsWith("q=")) {
            this.requests.add(URLDecoder.decode(form.substring(2), StandardCharsets.UTF_8));
        }
        byte[] nothing = "{\"results\":[]}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, nothing.length);
        exchange.getResponseBody().write(nothing);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + this.server.getAddress().getPort();
    }

    /** Each request's statements. */
    List<String> requests() {
        return List.copyOf(this.requests);
    }

    void forget() {
        this.requests.clear();
    }

    @Override
    public void close() {
        this.server.stop(0);
    }

}
