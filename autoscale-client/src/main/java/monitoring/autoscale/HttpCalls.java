package monitoring.autoscale;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;

/** Sends requests; tells apart what never reached the server from what may have. */
final class HttpCalls {

    private final HttpClient client;

    private final AutoScaleProperties properties;

    HttpCalls(AutoScaleProperties properties) {
        this.properties = properties;
        this.client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(properties.connectTimeout())
            .build();
    }

    HttpResponse<String> post(URI uri, String contentType, String body, String authorization) throws CallException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
            .timeout(this.properties.readTimeout())
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
        catch (ConnectException | HttpConnectTimeoutException ex) {
            throw new CallException(uri, false, ex);
        }
        catch (IOException ex) {
            throw new CallException(uri, !(ex.getCause() instanceof UnresolvedAddressException), ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new CallException(uri, true, ex);
        }
    }

    /** No answer came. */
    static final class CallException extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean sent;

        CallException(URI uri, boolean sent, Exception cause) {
            super(uri + (sent ? " did not answer" : " is not reachable")
                    + " (expected: an AutoScale server; is it up, and autoscale.url right?): " + cause, cause);
            this.sent = sent;
        }

        /** UNKNOWN where the server may have got it, else FAILED. */
        ScaleResult result() {
            return ScaleResult.of(this.sent ? ScaleResult.Outcome.UNKNOWN : ScaleResult.Outcome.FAILED, 0,
                    String.valueOf(getMessage()));
        }

        boolean isSent() {
            return this.sent;
        }

    }

}
