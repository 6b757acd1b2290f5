package monitoring.dashboard.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One who is signed in and opens pages. */
final class BenchUser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*(?:value|content)=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
        .cookieHandler(new CookieManager())
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build();

    private final URI dashboard;

    private BenchUser(URI dashboard) {
        this.dashboard = dashboard;
    }

    static BenchUser signIn(URI dashboard, String password) throws IOException, InterruptedException {
        BenchUser user = new BenchUser(dashboard);
        Matcher token = TOKEN.matcher(user.open("/login"));
        if (!token.find()) {
            throw new IOException(dashboard + "/login: no token (expected: a form with _csrf)");
        }
        String form = "username=admin&password=" + encoded(password) + "&_csrf=" + encoded(token.group(1));
        HttpResponse<String> answer = user.client.send(HttpRequest.newBuilder(dashboard.resolve("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(), BodyHandlers.ofString());
        if (answer.uri().getPath().startsWith("/login")) {
            throw new IOException("signed in: no (expected: yes), at " + answer.uri());
        }
        return user;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The body of a page. */
    String open(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = this.client.send(HttpRequest.newBuilder(this.dashboard.resolve(path)).build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + " (expected: 200)");
        }
        return answer.body();
    }

}
