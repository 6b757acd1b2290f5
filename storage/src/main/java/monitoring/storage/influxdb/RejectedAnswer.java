package monitoring.storage.influxdb;

import java.io.IOException;
import java.io.Serial;

import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * An answer that is no success, carried through {@code influxdb-java}, which would forget
 * its status.
 */
final class RejectedAnswer extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_BODY = 4096;

    private final int status;

    private final String body;

    private RejectedAnswer(int status, String body) {
        super(status + ": " + body);
        this.status = status;
        this.body = body;
    }

    static Response intercept(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.isSuccessful()) {
            return response;
        }
        try (response) {
            throw new RejectedAnswer(response.code(), response.peekBody(LONGEST_BODY).string());
        }
    }

    int status() {
        return this.status;
    }

    String body() {
        return this.body;
    }

}
