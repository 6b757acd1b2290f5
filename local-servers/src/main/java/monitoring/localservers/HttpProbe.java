package monitoring.localservers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a server of this machine whether it answers yet. */
public final class HttpProbe {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final HttpClient http = HttpClient.newBuilder()
        .connectTimeout(TIMEOUT)
        .version(HttpClient.Version.HTTP_1_1)
        .build();

    private HttpProbe() {
    }

    /** Whether the address answers with success. */
    public static boolean answers(String url) {
        return status(url) / 100 == 2;
    }

    /** The status that the address answers with; 0 when nobody answers. */
    public static int status(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
        try {
            HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
            return response.statusCode();
        }
        catch (IOException ex) {
            return 0;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

}
