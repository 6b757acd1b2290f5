package monitoring.endtoend;

import java.net.URI;

/** Changes the users of the simulated UAA as its administrator does. */
final class UaaUsers {

    private final URI uaa;

    private final String token;

    UaaUsers(Platform platform) {
        this.uaa = platform.uaa();
        this.token = Http
            .form(this.uaa.resolve("/oauth/token"), "grant_type=client_credentials&client_id=any&client_secret=any")
            .path("access_token")
            .asString();
    }

    void setActive(String name, boolean active) {
        Http.change("PATCH", this.uaa.resolve("/Users/" + id(name)), this.token, "{\"active\":" + active + "}");
    }

    void addTo(String group, String name) {
        Http.change("POST", this.uaa.resolve("/Groups/" + group + "/members"), this.token,
                "{\"type\":\"USER\",\"value\":\"" + id(name) + "\"}");
    }

    void removeFrom(String group, String name) {
        Http.change("DELETE", this.uaa.resolve("/Groups/" + group + "/members/" + id(name)), this.token, "");
    }

    private String id(String name) {
        return Http.get(this.uaa.resolve("/Users"), this.token)
            .path("resources")
            .valueStream()
            .filter((user) -> user.path("userName").asString().equals(name))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    }

}
