package monitoring.endtoend;

import java.net.URI;

import tools.jackson.databind.JsonNode;

/**
 * The simulated foundation's cloud controller, asked with a token of its UAA as any
 * client does.
 */
final class CloudController {

    private final URI api;

    private final String token;

    CloudController(Platform platform) {
        this.api = platform.cloudController();
        this.token = Http
            .form(platform.uaa().resolve("/oauth/token"), "grant_type=password&username=admin&password=admin")
            .path("access_token")
            .asString();
    }

    JsonNode get(String path) {
        return Http.get(this.api.resolve(path), this.token);
    }

    /** How many instances of an app the platform wants to run. */
    int instances(String guid) {
        return get("/v3/processes/" + guid).path("instances").asInt();
    }

}
