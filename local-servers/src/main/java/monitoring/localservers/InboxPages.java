package monitoring.localservers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** Shows an inbox on loopback: {@code /} for people, {@code /messages} for programs. */
final class InboxPages implements AutoCloseable {

    private static final JsonMapper json = JsonMapper.builder().build();

    private final Mailbox mailbox;

    private final HttpServer server;

    private final ExecutorService threads = Executors.newFixedThreadPool(2, (task) -> {
        Thread thread = new Thread(task, "inbox-pages");
        thread.setDaemon(true);
        return thread;
    });

    InboxPages(int port, Mailbox mailbox) throws IOException {
        this.mailbox = mailbox;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.server.createContext("/", this::page);
        this.server.createContext("/messages", this::messages);
        this.server.setExecutor(this.threads);
        this.server.start();
    }

    private void page(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/")) {
            answer(exchange, 404, "text/plain; charset=utf-8", new byte[0]);
            return;
        }
        try (InputStream page = Objects.requireNonNull(InboxPages.class.getResourceAsStream("inbox.html"))) {
            answer(exchange, 200, "text/html; charset=utf-8", page.readAllBytes());
        }
    }

    private void messages(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET" -> answer(exchange, 200, "application/json", json.writeValueAsBytes(this.mailbox.newestFirst()));
            case "DELETE" -> {
                this.mailbox.clear();
                answer(exchange, 204, "application/json", new byte[0]);
            }
            default -> answer(exchange, 405, "text/plain; charset=utf-8", new byte[0]);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(status, (body.length == 0) ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        this.server.stop(0);
        this.threads.shutdownNow();
    }

}
