package monitoring.batch.inventory;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import monitoring.batch.inventory.Token.Credentials;
import monitoring.storage.inventory.App;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The cloud controller's API: apps with their names, and where instances run. */
final class CloudController {

    private static final String PAGE = "per_page=5000";

    private final CfProperties properties;

    private final URI url;

    private final JsonApi api;

    private final Token token;

    CloudController(CfProperties properties, URI url, Clock clock) {
        this.properties = properties;
        this.url = url;
        this.api = new JsonApi("batch.cf.api-url", Trust.client("batch.cf", properties.caCertificate(),
                properties.skipTlsVerification(), properties.timeout()), properties.timeout());
        this.token = new Token(this.api, this::uaa, new Credentials(properties.client(), properties.clientSecret(),
                properties.username(), properties.password()), clock);
    }

    /**
     * A web process.
     *
     * @param guid of the process
     * @param app itself
     * @param memory quota of an instance in bytes
     * @param disk quota of an instance in bytes
     * @param changedAt when the app was last changed, null where it was not told
     */
    record Process(String guid, App app, long memory, long disk, @Nullable Instant changedAt) {
    }

    /**
     * One instance as the cloud controller sees it.
     *
     * @param index of it
     * @param state in its words
     * @param cellIp address of its cell, empty where it has none
     */
    record Instance(int index, String state, String cellIp) {
    }

    /** The web process of each app. */
    List<Process> processes() {
        Map<String, String> organizations = new HashMap<>();
        each("/v3/organizations?" + PAGE, (one) -> organizations.put(text(one, "guid"), text(one, "name")));
        Map<String, String[]> spaces = new HashMap<>();
        each("/v3/spaces?" + PAGE, (one) -> spaces.put(text(one, "guid"),
                new String[] { text(one, "name"), organizations.getOrDefault(relation(one, "organization"), "") }));
        Map<String, JsonNode> apps = new HashMap<>();
        each("/v3/apps?" + PAGE, (one) -> apps.put(text(one, "guid"), one));
        List<Process> processes = new ArrayList<>();
        each("/v3/processes?types=web&" + PAGE, (one) -> {
            JsonNode app = apps.get(relation(one, "app"));
            if (app != null) {
                processes.add(process(one, app, spaces.getOrDefault(relation(app, "space"), new String[] { "", "" })));
            }
        });
        return processes;
    }

    private static Process process(JsonNode process, JsonNode app, String[] space) {
        boolean started = !text(app, "state").equals("STOPPED");
        int instances = started ? process.path("instances").asInt(0) : 0;
        return new Process(text(process, "guid"),
                new App(text(app, "guid"), text(app, "name"), space[0], space[1], Math.max(instances, 0)),
                process.path("memory_in_mb").asLong(0) * 1024 * 1024,
                process.path("disk_in_mb").asLong(0) * 1024 * 1024, time(text(app, "updated_at")));
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        }
        catch (DateTimeParseException ex) {
            return null; // told, but not in a way that anybody can read
        }
    }

    /** What it says of the instances of a process; nothing of one that is gone. */
    List<Instance> instances(String processGuid) {
        List<Instance> instances = new ArrayList<>();
        try {
            for (JsonNode one : resources(Addresses.under(this.url, "/v3/processes/" + processGuid + "/stats"))
                .path("resources")) {
                instances.add(new Instance(one.path("index").asInt(0), text(one, "state"), text(one, "host")));
            }
        }
        catch (InventoryException ex) {
            if (ex.status() != 404) {
                throw ex;
            }
        }
        return instances;
    }

    private void each(String path, Consumer<JsonNode> consumer) {
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = resources(Addresses.under(this.url, next));
            page.path("resources").forEach(consumer);
            String href = page.path("pagination").path("next").path("href").asString("");
            URI more = URI.create(href);
            next = href.isEmpty() ? "" : more.getRawPath() + "?" + more.getRawQuery();
        }
    }

    private JsonNode resources(URI uri) {
        JsonNode answer = get(uri);
        if (!answer.path("resources").isArray()) {
            throw new InventoryException(uri + " (" + this.api.key() + ") answered "
                    + JsonApi.shortened(answer.toString()) + " (expected: resources)", 200, null);
        }
        return answer;
    }

    private JsonNode get(URI uri) {
        try {
            return this.api.get(uri, this.token.authorization());
        }
        catch (InventoryException ex) {
            if (ex.status() != 401) {
                throw ex;
            }
            this.token.forget();
            return this.api.get(uri, this.token.authorization());
        }
    }

    private URI uaa() {
        URI configured = this.properties.uaaUrl();
        if (configured != null && Addresses.isSet(configured)) {
            return configured;
        }
        JsonNode links = this.api.get(Addresses.under(this.url, "/"), "").path("links");
        String href = links.path("uaa").path("href").asString(links.path("login").path("href").asString(""));
        if (href.isEmpty()) {
            throw new InventoryException(this.url + " (" + this.api.key()
                    + ") names no UAA (expected: links.uaa; or set " + "batch.cf.uaa-url)", 200, null);
        }
        return URI.create(href);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static String relation(JsonNode node, String name) {
        return node.path("relationships").path(name).path("data").path("guid").asString("");
    }

    @Override
    public String toString() {
        return "cloud controller " + this.url;
    }

}
