package monitoring.httpanswers;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

import org.jspecify.annotations.Nullable;

/**
 * Collects the body of an answer in UTF-8, and hangs up where it is longer than it may
 * be, so that whoever answers without end does not fill the heap. Takes twice its length
 * for a moment: its pieces and the whole, then the whole and its text.
 */
final class BoundedBody implements HttpResponse.BodySubscriber<String> {

    private final int largest;

    private final Deque<ByteBuffer> pieces = new ArrayDeque<>();

    private final CompletableFuture<String> whole = new CompletableFuture<>();

    private long size;

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
    public void onNext(List<ByteBuffer> more) {
        if (this.whole.isDone()) {
            return;
        }
        for (ByteBuffer piece : more) {
            this.size += piece.remaining();
            this.pieces.add(piece);
        }
        if (this.size > this.largest) {
            refuse();
        }
    }

    private void refuse() {
        if (this.subscription != null) {
            this.subscription.cancel();
        }
        onError(new LongAnswerException(this.largest));
    }

    @Override
    public void onError(Throwable failure) {
        this.pieces.clear();
        this.whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        if (!this.whole.isDone()) {
            this.whole.complete(new String(joined(), StandardCharsets.UTF_8));
        }
    }

    private byte[] joined() {
        ByteBuffer joined = ByteBuffer.allocate((int) this.size);
        while (!this.pieces.isEmpty()) {
            joined.put(this.pieces.remove());
        }
        return joined.array();
    }

}
