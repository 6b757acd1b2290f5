package monitoring.batch.inventory;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A bearer token of a UAA, asked for anew when it is nearly over or was refused. */
final class Token {

    private final JsonApi api;

    private final Supplier<URI> uaa;

    private final Credentials credentials;

    private final Clock clock;

    private String value = "";

    private Instant until = Instant.EPOCH;

    Token(JsonApi api, Supplier<URI> uaa, Credentials credentials, Clock clock) {
        this.api = api;
        this.uaa = uaa;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * As whom a token is asked for.
     *
     * @param client OAuth client
     * @param secret of the client
     * @param username of a user, empty for client credentials
     * @param password of the user
     */
    record Credentials(String client, String secret, String username, String password) {

        @Override
        public String toString() {
            return this.client; // the record's own would print secrets
        }

    }

    String authorization() {
        if (this.value.isEmpty() || !this.clock.instant().isBefore(this.until)) {
            Map<String, String> form = this.credentials.username().isEmpty()
                    ? Map.of("grant_type", "client_credentials") : Map.of("grant_type", "password", "username",
                            this.credentials.username(), "password", this.credentials.password());
            JsonNode answer = this.api.post(Addresses.under(this.uaa.get(), "/oauth/token"),
                    basic(this.credentials.client(), this.credentials.secret()), form);
            String token = answer.path("access_token").asString("");
            if (token.isEmpty()) {
                throw new InventoryException(this.uaa.get() + " (" + this.api.key() + ") gave no access_token", 200,
                        null);
            }
            this.value = "bearer " + token;
            this.until = this.clock.instant().plusSeconds(Math.max(answer.path("expires_in").asLong(60) - 30, 5));
        }
        return this.value;
    }

    void forget() {
        this.value = "";
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

}
