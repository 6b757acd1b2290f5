package monitoring.metricagent.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

import org.jspecify.annotations.Nullable;

/**
 * Collects the body of an answer in UTF-8, and hangs up where it is longer than it may
 * be, so that whoever answers without end does not fill the heap.
 */
final class BoundedBody implements HttpResponse.BodySubscriber<String> {

    private final int largest;

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

    private final CompletableFuture<String> whole = new CompletableFuture<>();

    private @Nullable Subscription subscription;

    /** Takes at most so many bytes. */
    BoundedBody(int largest) {
        this.largest = largest;
    }

    @Override
    public CompletionStage<String> getBody() {
        return this.whole;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            if (this.whole.isDone()) {
                return;
            }
            if (this.collected.size() + piece.remaining() > this.largest) {
                refuse();
                return;
            }
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            this.collected.writeBytes(bytes);
        }
    }

    private void refuse() {
        if (this.subscription != null) {
            this.subscription.cancel();
        }
        this.whole.completeExceptionally(
                new IOException("an answer of more than " + this.largest + " bytes (expected: at most so many)"));
    }

    @Override
    public void onError(Throwable failure) {
        this.whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        this.whole.complete(this.collected.toString(StandardCharsets.UTF_8));
    }

}
