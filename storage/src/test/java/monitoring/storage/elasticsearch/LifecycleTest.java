package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import monitoring.storage.log.LogRetention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.elasticsearch.client.RestHighLevelClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With a server that plays a cluster with lifecycle management: the plain node has none.
 */
class LifecycleTest {

    private static final String INFO = """
            {"acknowledged":true,"name":"n","cluster_name":"c","cluster_uuid":"u","tagline":"You Know, for Search",
            "version":{"number":"7.17.29","build_flavor":"default","build_type":"tar","build_hash":"0","build_date":"0",
            "build_snapshot":false,"lucene_version":"8.11.3","minimum_wire_compatibility_version":"6.8.0",
            "minimum_index_compatibility_version":"6.0.0-beta1"}}""";

    private final Map<String, String> asked = new TreeMap<>();

    private HttpServer server;

    private RestHighLevelClient client;

    private ElasticsearchProperties properties;

    @BeforeEach
    void start() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        this.server.createContext("/", this::answer);
        this.server.start();
        this.properties = ElasticsearchProperties
            .at(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()));
        this.client = Clients.of(this.properties);
    }

    @AfterEach
    void stop() throws IOException {
        this.client.close();
        this.server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream in = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
        String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        this.asked.put(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(), body);
        byte[] answer = INFO.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Test
    void makesThePolicyAndHasTheDatedIndicesObeyIt() {
        LogRetention retention = new ElasticsearchConfiguration().logRetention(this.client, this.properties);
        assertThat(retention.handOver(Duration.ofDays(30))).isTrue();
        assertThat(this.asked.get("PUT /_ilm/policy/paas-monitoring-logs")).contains("\"min_age\":\"744h\"");
        assertThat(this.asked.keySet()).containsExactly("PUT /_ilm/policy/paas-monitoring-logs",
                "PUT /logs-*.*.*/_settings");
    }

    @Test
    void namesThePolicyInTheTemplateOfTheDaysToCome() {
        new ElasticsearchConfiguration().logStore(this.client, this.properties).prepare();
        assertThat(this.asked.get("PUT /_index_template/paas-monitoring-logs")).contains("\"lifecycle\"",
                "paas-monitoring-logs");
    }

}
