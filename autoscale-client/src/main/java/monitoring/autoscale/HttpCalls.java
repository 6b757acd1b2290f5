package monitoring.autoscale;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;

import monitoring.httpanswers.LateAnswerException;
import monitoring.httpanswers.LongAnswerException;
import monitoring.httpanswers.WholeAnswer;

/**
 * Sends requests; tells apart what never reached the server from what may have. A whole
 * answer takes at most the connect and the read timeout together, and so do all calls
 * that share a deadline.
 */
final class HttpCalls {

    /**
     * A number, a few fields, a token; room for the page of a router that is at a loss.
     */
    private static final int LARGEST = 256 * 1024;

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
        return send(uri, request.build(), deadline);
    }

    private HttpResponse<String> send(URI uri, HttpRequest request, Deadline deadline) throws CallException {
        try {
            return WholeAnswer.to(request, this.client, deadline.atMost(deadline.length()), LARGEST);
        }
        catch (LateAnswerException ex) {
            // this call may have begun with less
            throw new CallException(uri, true, new IOException("no whole answer within " + deadline.length(), ex));
        }
        catch (IOException ex) {
            throw new CallException(uri, isSent(ex), ex);
        }
        catch (InterruptedException ex) {
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
            super(uri + words(sent, cause), cause);
            this.sent = sent;
        }

        private static String words(boolean sent, Exception cause) {
            if (cause instanceof LongAnswerException) {
                return " sent " + cause.getMessage() + "; is autoscale.url that of an AutoScale server?";
            }
            return (sent ? " did not answer" : " is not reachable")
                    + " (expected: an AutoScale server; is it up, and autoscale.url right?): " + cause;
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
