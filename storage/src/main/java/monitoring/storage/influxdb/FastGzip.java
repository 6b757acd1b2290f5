package monitoring.storage.influxdb;

import java.io.IOException;
import java.util.zip.Deflater;

import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Compresses writes at the fastest level: a third of the time of the default one, which
 * {@code influxdb-java} would use, for lines that get a tenth as long either way.
 */
final class FastGzip {

    private FastGzip() {
    }

    static Response intercept(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body == null || !request.url().encodedPath().endsWith("/write")) {
            return chain.proceed(request);
        }
        return chain.proceed(request.newBuilder()
            .header("Content-Encoding", "gzip")
            .method(request.method(), new Compressed(body))
            .build());
    }

    /** A body of unknown length. */
    private static final class Compressed extends RequestBody {

        private final RequestBody body;

        Compressed(RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return this.body.contentType();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            GzipSink gzip = new GzipSink(sink);
            gzip.deflater().setLevel(Deflater.BEST_SPEED);
            try (BufferedSink lines = Okio.buffer(gzip)) {
                this.body.writeTo(lines);
            }
        }

    }

}
