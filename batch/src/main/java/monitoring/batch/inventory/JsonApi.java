package monitoring.batch.inventory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import monitoring.httpanswers.LateAnswerException;
import monitoring.httpanswers.LongAnswerException;
import monitoring.httpanswers.WholeAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Asks an HTTP API for JSON; says which key of ours is behind an address that fails. */
final class JsonApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Bytes of an answer: a director tells 10,000 VMs in 33 MB where each has twenty
     * processes, a cloud controller 5,000 apps in 10 MB.
     */
    private static final int LARGEST = 64 * 1024 * 1024;

    /** Characters of an answer that are looked at for a message. */
    private static final int MOST_SEARCHED = 2_000;

    private final String key;

    private final HttpClient http;

    private final Duration timeout;

    JsonApi(String key, HttpClient http, Duration timeout) {
        this.key = key;
        this.http = http;
        this.timeout = timeout;
    }

    /** The key behind its addresses. */
    String key() {
        return this.key;
    }

    JsonNode get(URI uri, String authorization) {
        return read(uri, text(uri, authorization));
    }

    String text(URI uri, String authorization) {
        HttpResponse<String> response = send(request(uri, authorization).GET().build());
        if (response.statusCode() / 100 != 2) {
            throw rejected(uri, response);
        }
        return response.body();
    }

    /** Where a call is answered with another address; empty if it is not. */
    String redirect(URI uri, String authorization) {
        HttpResponse<String> response = send(request(uri, authorization).GET().build());
        if (response.statusCode() / 100 != 3) {
            throw rejected(uri, response);
        }
        return response.headers().firstValue("Location").orElse("");
    }

    JsonNode post(URI uri, String authorization, Map<String, String> form) {
        String body = form.entrySet()
            .stream()
            .map((entry) -> encode(entry.getKey(), UTF_8) + "=" + encode(entry.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
        HttpResponse<String> response = send(
                request(uri, authorization).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body))
                    .build());
        if (response.statusCode() / 100 != 2) {
            throw rejected(uri, response);
        }
        return read(uri, response.body());
    }

    JsonNode read(URI uri, String json) {
        try {
            return JSON.readTree(json);
        }
        catch (JacksonException ex) {
            throw new InventoryException(uri + " (" + this.key + ") answered no JSON: " + shortened(json), 200, ex);
        }
    }

    private HttpRequest.Builder request(URI uri, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
            .timeout(this.timeout)
            .header("Accept", "application/json");
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return WholeAnswer.to(request, this.http, this.timeout.multipliedBy(2), LARGEST);
        }
        catch (LongAnswerException ex) {
            throw new InventoryException(request.uri() + " sent " + ex.getMessage() + "; is " + this.key + " right?", 0,
                    ex);
        }
        catch (LateAnswerException ex) {
            throw new InventoryException(request.uri() + " (" + this.key + ") did not end its answer within "
                    + this.timeout.multipliedBy(2).toSeconds() + " s", 0, ex);
        }
        catch (IOException ex) {
            throw new InventoryException(
                    request.uri() + " did not answer (is it up, and " + this.key + " right?): " + ex, 0, ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InventoryException(request.uri() + ": interrupted", 0, ex);
        }
    }

    private InventoryException rejected(URI uri, HttpResponse<String> response) {
        return new InventoryException("%s (%s) answered %d: %s (expected: 2xx)".formatted(uri, this.key,
                response.statusCode(), shortened(response.body())), response.statusCode(), null);
    }

    /** The beginning of an answer, for a message. */
    static String shortened(String body) {
        String line = body.substring(0, Math.min(body.length(), MOST_SEARCHED)).strip().replaceAll("\\s+", " ");
        return (line.length() <= 200) ? line : line.substring(0, 200) + "…";
    }

}
