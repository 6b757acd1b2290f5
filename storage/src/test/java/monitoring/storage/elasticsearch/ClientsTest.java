package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestHighLevelClient;

import static org.assertj.core.api.Assertions.assertThat;

class ClientsTest {

    private final List<String> logins = new ArrayList<>();

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        this.server.createContext("/", (exchange) -> {
            this.logins.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        this.server.start();
    }

    @AfterEach
    void stop() {
        this.server.stop(0);
    }

    @Test
    void logsInWithEachRequestUnasked() throws IOException {
        askTwice("monitor", "sesame:안녕");
        // "monitor:sesame:안녕" in UTF-8, RFC 7617
        assertThat(this.logins).containsExactly("Basic bW9uaXRvcjpzZXNhbWU67JWI64WV",
                "Basic bW9uaXRvcjpzZXNhbWU67JWI64WV");
    }

    @Test
    void sendsNoLoginWhereThereIsNone() throws IOException {
        askTwice("", "");
        assertThat(this.logins).containsExactly("null", "null");
    }

    private void askTwice(String username, String password) throws IOException {
        URI node = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
        ElasticsearchProperties properties = new ElasticsearchProperties(List.of(node), username, password, null,
                "logs", 1, Duration.ofSeconds(3), Duration.ofSeconds(30), false, false);
        try (RestHighLevelClient client = Clients.of(properties)) {
            client.getLowLevelClient().performRequest(new Request("HEAD", "/"));
            client.getLowLevelClient().performRequest(new Request("HEAD", "/"));
        }
    }

}
