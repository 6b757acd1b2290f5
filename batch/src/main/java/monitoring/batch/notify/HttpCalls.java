package monitoring.batch.notify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Posts JSON and tells what is known when that fails. Connects only to addresses of its
 * route, anew for each call, and follows no redirects. Never names the path: it may be a
 * token.
 */
final class HttpCalls {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /** Bytes of an answer that are read. */
    private static final long MOST_READ = 10_000;

    private final OkHttpClient http = new OkHttpClient.Builder().connectTimeout(CONNECT_TIMEOUT)
        .callTimeout(TIMEOUT)
        .followRedirects(false)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
        .build();

    private final WebhookRoute route;

    HttpCalls(WebhookRoute route) {
        this.route = route;
    }

    String post(String address, String json, Map<String, String> headers) {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw DeliveryException.refused("address of the webhook: not such as https://host/path", null);
        }
        URI uri = url.uri();
        Request.Builder request = new Request.Builder().url(url).post(new Once(json));
        headers.forEach(request::header);
        Begun begun = new Begun();
        try (Response response = client(uri, begun).newCall(request.build()).execute()) {
            return read(uri, response);
        }
        catch (IOException ex) {
            if (begun.begun) {
                throw DeliveryException.unknown(uri.getHost() + " broke off: " + ex, ex);
            }
            throw DeliveryException.notTaken(uri.getHost() + " did not answer: " + ex, ex);
        }
    }

    private OkHttpClient client(URI uri, Begun begun) throws UnknownHostException {
        List<InetAddress> addresses = this.route.to(uri);
        OkHttpClient.Builder client = this.http.newBuilder().eventListener(begun);
        return (addresses.isEmpty() ? client : client.dns((host) -> addresses)).build();
    }

    /** A server that is busy or broken may take it later; one that says no will not. */
    private static String read(URI uri, Response response) throws IOException {
        int status = response.code();
        String words = uri.getHost() + " answered " + status + " " + shortened(response.peekBody(MOST_READ).string());
        if (status / 100 == 2) {
            return words;
        }
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            throw DeliveryException.notTaken(words, null);
        }
        throw DeliveryException.refused(words, null);
    }

    private static String shortened(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return (line.length() <= 200) ? line : line.substring(0, 200) + "…";
    }

    /** Whether any of a request was sent. */
    private static final class Begun extends EventListener {

        private volatile boolean begun;

        @Override
        public void requestHeadersStart(Call call) {
            this.begun = true;
        }

    }

    /** JSON that is not sent a second time by the client itself. */
    private static final class Once extends RequestBody {

        private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

        private final byte[] bytes;

        private Once(String json) {
            this.bytes = json.getBytes(UTF_8);
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return this.bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(this.bytes);
        }

    }

}
