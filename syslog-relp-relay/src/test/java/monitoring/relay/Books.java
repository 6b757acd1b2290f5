package monitoring.relay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The books of a relay, as its management port shows them. */
record Books(JsonNode figures, boolean addsUp) {

    private static final HttpClient client = HttpClient.newHttpClient();

    private static final JsonMapper json = new JsonMapper();

    /** Asks a relay; while it does not answer there is nothing in its books. */
    static Books ask(int managementPort) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + managementPort + "/actuator/audit");
            String body = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
            JsonNode answer = json.readTree(body);
            return new Books(answer.path("total").path("figures"), answer.path("addsUp").asBoolean());
        }
        catch (IOException ex) {
            return new Books(json.createObjectNode(), false);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    long received() {
        return of("RECEIVED");
    }

    long of(String figure) {
        return this.figures.path(figure).asLong(0);
    }

    @Override
    public String toString() {
        return this.figures + (this.addsUp ? " adds up" : " does not add up");
    }

}
