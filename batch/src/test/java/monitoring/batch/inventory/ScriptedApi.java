package monitoring.batch.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An HTTP server that answers as a test says: each call of a path and query takes the
 * next answer, the last one stays. A status of 0 leaves the call without an answer, one
 * of -200 leaves its answer without an end.
 */
public final class ScriptedApi implements AutoCloseable {

    /** Who asked for what: {@code GET /info (Basic …)}. */
    public final List<String> calls = new ArrayList<>();

    private final Map<String, Deque<Answer>> answers = new HashMap<>();

    private final HttpServer server;

    public ScriptedApi() {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        this.server.setExecutor(Executors.newCachedThreadPool((work) -> {
            Thread thread = new Thread(work, "scripted-api");
            thread.setDaemon(true);
            return thread;
        }));
        this.server.createContext("/", this::answer);
        this.server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
    }

    public ScriptedApi on(String path, String body) {
        return on(path, 200, body);
    }

    /**
     * {@code %s} in a body stands for this server's address; one of a 302 is a Location.
     */
    public synchronized ScriptedApi on(String path, int status, String body) {
        this.answers.computeIfAbsent(path, (key) -> new ArrayDeque<>())
            .add(new Answer(status, body.replace("%s", url().toString())));
        return this;
    }

    /** Forgets what was said of a path. */
    synchronized ScriptedApi anew(String path) {
        this.answers.remove(path);
        return this;
    }

    private synchronized Answer next(String call, String path) {
        this.calls.add(call);
        Deque<Answer> script = this.answers.get(path);
        if (script == null) {
            return new Answer(404, "no script for " + path);
        }
        return (script.size() > 1) ? script.remove() : script.getFirst();
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        exchange.getRequestBody().readAllBytes();
        Answer answer = next(exchange.getRequestMethod() + " " + uri + " ("
                + exchange.getRequestHeaders().getFirst("Authorization") + ")", uri.toString());
        if (answer.status == 0) {
            return; // the other side waits until it gives up
        }
        byte[] body = answer.body.getBytes(UTF_8);
        if (answer.status == 302) {
            exchange.getResponseHeaders().set("Location", answer.body);
        }
        if (answer.status < 0) {
            exchange.sendResponseHeaders(-answer.status, body.length + 1);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
            return;
        }
        exchange.sendResponseHeaders(answer.status, (body.length == 0) ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        this.server.stop(0);
    }

    private record Answer(int status, String body) {
    }

}
