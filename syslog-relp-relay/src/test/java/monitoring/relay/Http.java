package monitoring.relay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Single requests. */
final class Http {

    private static final HttpClient client = HttpClient.newHttpClient();

    private Http() {
    }

    /** The status of the answer. */
    static int put(String url, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json))
            .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /**
     * Lets a search find what Elasticsearch has taken so far, in all indices whose names
     * begin so; one that is away finds nothing anyway.
     */
    static void refresh(String url, String index) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/" + index + "*/_refresh"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
        try {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        }
        catch (IOException ex) {
            return; // a search says so as well
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

}
