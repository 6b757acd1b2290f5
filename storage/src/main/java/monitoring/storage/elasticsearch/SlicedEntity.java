package monitoring.storage.elasticsearch;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.ContentEncoder;
import org.apache.http.nio.IOControl;
import org.apache.http.nio.entity.HttpAsyncContentProducer;

/**
 * Bytes that are handed to a socket in slices. The JDK copies all that it is handed out
 * of the heap, however little the socket takes at once, and each thread that writes keeps
 * as much memory as its largest copy.
 */
final class SlicedEntity extends ByteArrayEntity implements HttpAsyncContentProducer {

    static final int SLICE = 64 * 1024;

    private final ByteBuffer rest;

    SlicedEntity(byte[] bytes, int length, ContentType type) {
        super(bytes, 0, length, type);
        this.rest = ByteBuffer.wrap(bytes, 0, length);
    }

    @Override
    public void produceContent(ContentEncoder encoder, IOControl control) throws IOException {
        int end = this.rest.limit();
        boolean taken = true;
        while (taken && this.rest.hasRemaining()) {
            this.rest.limit(Math.min(end, this.rest.position() + SLICE));
            encoder.write(this.rest);
            taken = !this.rest.hasRemaining();
            this.rest.limit(end);
        }
        if (!this.rest.hasRemaining()) {
            encoder.complete();
        }
    }

    /** To be sent anew from its begin, to another node. */
    @Override
    public void close() {
        this.rest.rewind();
    }

}
