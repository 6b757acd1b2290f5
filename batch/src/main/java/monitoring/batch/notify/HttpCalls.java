package monitoring.batch.notify;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * Posts JSON and tells what is known when that fails. Never names the path: it may be a
 * token.
 */
final class HttpCalls {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    String post(URI uri, String json, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(json));
        headers.forEach(request::header);
        try {
            return read(uri, this.http.send(request.build(), BodyHandlers.ofString()));
        }
        catch (ConnectException | HttpConnectTimeoutException ex) {
            throw DeliveryException.notTaken(uri.getHost() + " did not answer: " + ex, ex);
        }
        catch (IOException ex) {
            throw DeliveryException.unknown(uri.getHost() + " broke off: " + ex, ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw DeliveryException.unknown(uri.getHost() + ": interrupted", ex);
        }
    }

    /** A server that is busy or broken may take it later; one that says no will not. */
    private static String read(URI uri, HttpResponse<String> response) {
        int status = response.statusCode();
        String words = uri.getHost() + " answered " + status + " " + shortened(response.body());
        if (status / 100 == 2) {
            return words;
        }
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            throw DeliveryException.notTaken(words, null);
        }
        throw DeliveryException.refused(words, null);
    }

    private static String shortened(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return (line.length() <= 200) ? line : line.substring(0, 200) + "…";
    }

}
