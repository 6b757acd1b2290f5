package monitoring.autoscale;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A UAA token, asked for again a minute before it ends. */
final class UaaToken {

    private static final JsonMapper JSON = new JsonMapper();

    private static final long EARLY = 60;

    private final AutoScaleProperties.Uaa uaa;

    private final HttpCalls http;

    private final Clock clock;

    private @Nullable String token;

    private Instant until = Instant.EPOCH;

    UaaToken(AutoScaleProperties properties, HttpCalls http, Clock clock) {
        this.uaa = Objects.requireNonNull(properties.uaa(), "uaa");
        this.http = http;
        this.clock = clock;
    }

    synchronized String authorization(Deadline deadline) throws HttpCalls.CallException, RefusedException {
        if (this.token == null || !this.clock.instant().isBefore(this.until)) {
            ask(deadline);
        }
        return "Bearer " + this.token;
    }

    synchronized void forget() {
        this.token = null;
    }

    private void ask(Deadline deadline) throws HttpCalls.CallException, RefusedException {
        URI uri = this.uaa.url().resolve("/oauth/token");
        String client = this.uaa.clientId() + ":" + this.uaa.clientSecret();
        String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = this.http.post(uri, "application/x-www-form-urlencoded", form(),
                "Basic " + basic, deadline);
        if (response.statusCode() != 200) {
            throw new RefusedException(uri, response.statusCode(), "is autoscale.uaa right?");
        }
        try {
            JsonNode answer = JSON.readTree(response.body());
            this.token = answer.path("access_token").asString();
            this.until = this.clock.instant().plusSeconds(answer.path("expires_in").asLong(0) - EARLY);
        }
        catch (JacksonException ex) {
            throw new RefusedException(uri, response.statusCode(), "no JSON");
        }
    }

    private String form() {
        if (this.uaa.username().isEmpty()) {
            return "grant_type=client_credentials";
        }
        return "grant_type=password&username=" + encode(this.uaa.username()) + "&password="
                + encode(this.uaa.password());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The UAA gave no token. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int status;

        RefusedException(URI uri, int status, String hint) {
            super(uri + " answered " + status + " (expected: a token; " + hint + ")");
            this.status = status;
        }

        int status() {
            return this.status;
        }

    }

}
