package monitoring.dashboard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An InfluxDB and an Elasticsearch without anything in them, which write down what they
 * are asked.
 */
final class AskedStores implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What InfluxQL takes as one value: strings and names in quotes. */
    private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]++|\\\\.)*+'|\"(?:[^\"\\\\]++|\\\\.)*+\"",
            Pattern.DOTALL);

    private static final String INFO = """
            {"name":"n","cluster_name":"c","cluster_uuid":"u","version":{"number":"7.17.28","build_flavor":"default",
             "build_type":"tar","build_hash":"h","build_date":"2025-01-01T00:00:00Z","build_snapshot":false,
             "lucene_version":"8.11.3","minimum_wire_compatibility_version":"6.8.0",
             "minimum_index_compatibility_version":"6.0.0-beta1"},"tagline":"You Know, for Search"}""";

    private static final String NOTHING_FOUND = """
            {"took":1,"timed_out":false,"_shards":{"total":1,"successful":1,"skipped":0,"failed":0},
             "hits":{"total":{"value":0,"relation":"eq"},"max_score":null,"hits":[]},
             "aggregations":{"date_histogram#buckets":{"buckets":[]}}}""";

    private final HttpServer server;

    private final List<String> statements = new CopyOnWriteArrayList<>();

    private final List<String> searches = new CopyOnWriteArrayList<>();

    private AskedStores(HttpServer server) {
        this.server = server;
    }

    static AskedStores start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            AskedStores stores = new AskedStores(server);
            server.createContext("/", stores::answer);
            server.setExecutor(Executors.newFixedThreadPool(4));
            server.start();
            return stores;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    String url() {
        return "http://127.0.0.1:" + this.server.getAddress().getPort();
    }

    List<String> statements() {
        return this.statements;
    }

    List<String> searches() {
        return this.searches;
    }

    /** What a hostile value could do more than be a value. */
    List<String> escaped() {
        List<String> escaped = new ArrayList<>();
        this.statements.stream()
            .filter((statement) -> QUOTED.matcher(statement).replaceAll("''").contains("hostile"))
            .forEach(escaped::add);
        this.searches.stream().filter((search) -> namesHostile(JSON.readTree(search))).forEach(escaped::add);
        return escaped;
    }

    /** Whether a value became a field. */
    private static boolean namesHostile(JsonNode node) {
        return node.propertyNames().stream().anyMatch((name) -> name.contains("hostile"))
                || node.values().stream().anyMatch(AskedStores::namesHostile);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(body(exchange).readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/query")) {
            String query = statement(exchange.getRequestURI().getRawQuery() + "&" + body);
            this.statements.add(query);
            send(exchange, "{\"results\":[" + results(query) + "]}");
        }
        else if (path.endsWith("/_search")) {
            this.searches.add(body);
            send(exchange, NOTHING_FOUND);
        }
        else {
            send(exchange, INFO);
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        // read to its end before anything is answered, else the client's connection is
        // left in between
        InputStream whole = new ByteArrayInputStream(exchange.getRequestBody().readAllBytes());
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return packed ? new GZIPInputStream(whole) : whole;
    }

    private static String statement(String form) {
        Matcher matcher = Pattern.compile("(?:^|&)q=([^&]*)").matcher(form);
        return matcher.find() ? URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8) : "";
    }

    /** The statements of one request, without what is in quotes. */
    static List<String> apart(String query) {
        return List.of(QUOTED.matcher(query).replaceAll("''").split(";"));
    }

    private static String results(String query) {
        int statements = apart(query).size();
        List<String> results = new ArrayList<>();
        for (int i = 0; i < statements; i++) {
            results.add("{\"statement_id\":" + i + "}");
        }
        return String.join(",", results);
    }

    private static void send(HttpExchange exchange, String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().put("Content-Type", Collections.singletonList("application/json"));
        exchange.getResponseHeaders().put("X-Elastic-Product", Collections.singletonList("Elasticsearch"));
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        this.server.stop(0);
    }

}
