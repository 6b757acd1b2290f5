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

    private final int length;

    private final ByteBuffer rest;

    SlicedEntity(byte[] bytes, int length, ContentType type) {
        super(bytes, 0, length, type);
        this.length = length;
        this.rest = ByteBuffer.wrap(bytes);
    }

    @Override
    public void produceContent(ContentEncoder encoder, IOControl control) throws IOException {
        boolean taken = true;
        while (taken && this.rest.position() < this.length) {
            this.rest.limit(Math.min(this.length, this.rest.position() + SLICE));
            encoder.write(this.rest);
            taken = !this.rest.hasRemaining();
        }
        if (this.rest.position() == this.length) {
            encoder.complete();
        }
    }

    /** To be sent anew from its begin, to another node. */
    @Override
    public void close() {
        this.rest.rewind();
    }

}
