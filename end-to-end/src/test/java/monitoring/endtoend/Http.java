package monitoring.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running platform over HTTP, as any other program would. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static final JsonMapper JSON = new JsonMapper();

    private Http() {
    }

    static JsonNode get(URI uri) {
        return send(HttpRequest.newBuilder(uri));
    }

    static JsonNode get(URI uri, String token) {
        return send(HttpRequest.newBuilder(uri).header("Authorization", "bearer " + token));
    }

    static JsonNode form(URI uri, String fields) {
        return send(HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    static JsonNode post(URI uri, String body) {
        return send(HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Changes something with a token. */
    static JsonNode change(String method, URI uri, String token, String body) {
        return send(HttpRequest.newBuilder(uri)
            .header("Authorization", "bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /**
     * The first series' rows that InfluxDB answers to a statement, an empty node without
     * any.
     */
    static JsonNode influx(URI influx, String database, String statement) {
        String query = "db=" + database + "&epoch=ms&q=" + URLEncoder.encode(statement, StandardCharsets.UTF_8);
        return get(influx.resolve("/query?" + query)).at("/results/0/series");
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        response.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking", ex);
        }
    }

}
