package monitoring.httpanswers;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An answer with all of its body as text in UTF-8. The timeout of a request ends with the
 * head of its answer (JDK-8208693), and the JDK collects a body of any size; a server
 * that falls silent amid its answer, or goes on without end, would hold up or end whoever
 * asks it.
 */
public final class WholeAnswer {

    private WholeAnswer() {
    }

    /**
     * Sends a request and waits for the whole of its answer.
     * @param request whose own timeout is that of the answer's head
     * @param http that sends it
     * @param within so long, or it is given up
     * @param largest bytes of its body
     * @throws LateAnswerException if it took longer
     * @throws LongAnswerException if it is longer
     * @throws IOException if there is no answer
     * @throws InterruptedException if whoever waits was interrupted
     */
    public static HttpResponse<String> to(HttpRequest request, HttpClient http, Duration within, int largest)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, (head) -> new BoundedBody(largest));
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (ExecutionException ex) {
            throw (ex.getCause() instanceof IOException failure) ? failure : new IOException(ex.getCause());
        }
        catch (TimeoutException ex) {
            answer.cancel(true);
            throw new LateAnswerException(within);
        }
        catch (InterruptedException ex) {
            answer.cancel(true);
            throw ex;
        }
    }

}
