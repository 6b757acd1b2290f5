package monitoring.foundation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import monitoring.localservers.FreePort;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program on free ports, called as the platform calls it. */
final class RunningFoundation implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Integer> ports = Map.of("director", FreePort.find(), "uaa", FreePort.find(),
            "cloud-controller", FreePort.find(), "autoscale", FreePort.find());

    private final HttpClient http = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private final String token;

    RunningFoundation(String influxUrl, Path folder, String... more) {
        Stream<String> own = Stream.of("--monitoring.influx.url=" + influxUrl, "--foundation.state.folder=" + folder,
                "--foundation.agents.interval=1s", "--foundation.relp.enabled=false", "--management.server.port=0",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("sql"));
        Stream<String> numbers = this.ports.entrySet()
            .stream()
            .map((port) -> "--foundation.ports." + port.getKey() + "=" + port.getValue());
        this.context = new SpringApplicationBuilder(FoundationApplication.class).run(Arguments
            .read(Stream.of(own, numbers, Stream.of(more)).flatMap((part) -> part).toArray(String[]::new)));
        this.token = json(call("uaa", "POST", "/oauth/token", "grant_type=password&username=admin&password=any"))
            .path("access_token")
            .asString();
    }

    <T> T bean(Class<T> type) {
        return this.context.getBean(type);
    }

    HttpResponse<String> call(String service, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest
            .newBuilder(URI.create("http://127.0.0.1:" + this.ports.get(service) + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded");
        if (service.equals("director")) {
            request.header("Authorization", "Basic YWRtaW46YW55");
        }
        if (service.equals("cloud-controller")) {
            request.header("Authorization", "bearer " + this.token);
        }
        try {
            return this.http.send(request.build(), BodyHandlers.ofString());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    JsonNode get(String service, String path) {
        return json(call(service, "GET", path, ""));
    }

    /** What the URL answers without any authorization. */
    int statusWithoutLogin(String service, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + this.ports.get(service) + path);
        return this.http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static List<JsonNode> lines(HttpResponse<String> response) {
        return response.body().lines().<JsonNode>map(JSON::readTree).toList();
    }

    @Override
    public void close() {
        this.context.close();
    }

}
