package monitoring.autoscale;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests; tells apart what never reached the server from what may have. A whole
 * answer takes at most the connect and the read timeout together, and so do all calls
 * that share a deadline.
 */
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

    /** As long as one whole answer may take. */
    Deadline deadline() {
        return Deadline.in(this.properties.connectTimeout().plus(this.properties.readTimeout()));
    }

    HttpResponse<String> post(URI uri, String contentType, String body, String authorization) throws CallException {
        return post(uri, contentType, body, authorization, deadline());
    }

    HttpResponse<String> post(URI uri, String contentType, String body, String authorization, Deadline deadline)
            throws CallException {
        if (deadline.isOver()) {
            throw new CallException(uri, false, new IOException("not asked: no time is left of " + deadline.length()));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
            .timeout(deadline.atMost(this.properties.readTimeout()))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return await(uri, this.client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()), deadline);
    }

    /** The request's own timeout ends with the headers of the answer (JDK-8208693). */
    private static HttpResponse<String> await(URI uri, CompletableFuture<HttpResponse<String>> answer,
            Deadline deadline) throws CallException {
        try {
            return answer.get(deadline.atMost(deadline.length()).toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (ExecutionException ex) {
            throw new CallException(uri, isSent(ex.getCause()), (ex.getCause() instanceof IOException io) ? io : ex);
        }
        catch (TimeoutException ex) {
            answer.cancel(true);
            throw new CallException(uri, true, new IOException("no whole answer within " + deadline.length(), ex));
        }
        catch (InterruptedException ex) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallException(uri, true, ex);
        }
    }

    private static boolean isSent(Throwable failure) {
        return !(failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
                || failure.getCause() instanceof UnresolvedAddressException);
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
