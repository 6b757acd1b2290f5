package monitoring.batch.inventory;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import monitoring.batch.inventory.Token.Credentials;
import monitoring.storage.inventory.Change;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.JobReport;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

/** A BOSH director: zones, VMs and what it says of their health. */
public final class BoshDirector implements InventorySource {

    private static final Logger logger = LoggerFactory.getLogger(BoshDirector.class);

    private static final Duration CHANGES_OF = Duration.ofHours(1);

    private static final Duration BETWEEN_POLLS = Duration.ofMillis(300);

    private final BoshProperties properties;

    private final URI url;

    private final InventoryStore inventory;

    private final Clock clock;

    private final JsonApi api;

    private @Nullable Token token;

    private @Nullable String name;

    /** Which address bears which name, of all directors. */
    private final Map<String, URI> names;

    private BoshDirector(BoshProperties properties, URI url, InventoryStore inventory, Clock clock,
            Map<String, URI> names) {
        this.names = names;
        this.properties = properties;
        this.url = url;
        this.inventory = inventory;
        this.clock = clock;
        this.api = new JsonApi("batch.bosh.url", Trust.client("batch.bosh", properties.caCertificate(),
                properties.skipTlsVerification(), properties.timeout()), properties.timeout());
    }

    /** The directors that are configured. */
    public static List<InventorySource> of(BoshProperties properties, InventoryStore inventory, Clock clock) {
        List<InventorySource> directors = new ArrayList<>();
        add(directors, properties, inventory, clock, new ConcurrentHashMap<>());
        return directors;
    }

    private static void add(List<InventorySource> directors, BoshProperties properties, InventoryStore inventory,
            Clock clock, Map<String, URI> names) {
        URI url = properties.url();
        if (url != null && Addresses.isSet(url)) {
            directors.add(new BoshDirector(properties, url, inventory, clock, names));
        }
        properties.directors().forEach((more) -> add(directors, more, inventory, clock, names));
    }

    @Override
    public void refresh() {
        try {
            read();
        }
        catch (InventoryException ex) {
            if (ex.status() != 401 || this.token == null) {
                throw ex;
            }
            this.token.forget(); // it was revoked, or the UAA was set up anew
            read();
        }
    }

    private void read() {
        Instant now = this.clock.instant();
        String authorization = authorization();
        Report report = new Report(new ArrayList<>(), new ArrayList<>());
        for (JsonNode deployment : deployments(authorization)) {
            String name = deployment.path("name").asString("");
            if (this.properties.deployments().isEmpty() || this.properties.deployments().contains(name)) {
                read(name, authorization, now, report);
            }
        }
        this.inventory.replaceVirtualMachines(String.valueOf(this.name), report.machines(), now);
        this.inventory.replaceJobs(String.valueOf(this.name), report.jobs());
        this.inventory.keepChanges(changes(authorization, now), now);
    }

    /**
     * What was done within the last hour; a director or a user that may not tell of it
     * says nothing.
     */
    private List<Change> changes(String authorization, Instant now) {
        List<Change> changes = new ArrayList<>();
        try {
            JsonNode events = get("/events?after_time=" + now.minus(CHANGES_OF).getEpochSecond(), authorization);
            for (JsonNode event : events) {
                String type = event.path("object_type").asString("");
                if (type.equals("deployment") || type.equals("instance")) {
                    changes.add(change(event, type));
                }
            }
        }
        catch (InventoryException ex) {
            if (ex.status() == 401) {
                throw ex; // a new token is asked for
            }
            logger.warn("{} does not tell what was done: {}", this, ex.getMessage());
        }
        return changes;
    }

    private Change change(JsonNode event, String type) {
        String words = "%s %s %s".formatted(event.path("action").asString(""), type,
                event.path("object_name").asString(""));
        String error = event.path("error").asString("");
        return new Change(String.valueOf(this.name), event.path("id").asString(""),
                event.path("deployment").asString(event.path("object_name").asString("")),
                error.isEmpty() ? words : words + ": " + error, event.path("user").asString(""),
                Instant.ofEpochSecond(event.path("timestamp").asLong(0)));
    }

    private JsonNode deployments(String authorization) {
        String path = "/deployments?exclude_configs=true&exclude_releases=true&exclude_stemcells=true";
        JsonNode deployments = get(path, authorization);
        if (!deployments.isArray()) {
            throw new InventoryException(this.url + path + " (batch.bosh.url) answered "
                    + JsonApi.shortened(deployments.toString()) + " (expected: a list)", 200, null);
        }
        return deployments;
    }

    /** Its own name; with its address where another director bears the same one. */
    private String name(String told) {
        return this.names.computeIfAbsent(told, (name) -> this.url).equals(this.url) ? told
                : told + " at " + this.url.getAuthority();
    }

    /** Learns from the director's open page how to sign in. */
    private String authorization() {
        JsonNode info = get("/info", "");
        this.name = name(info.path("name").asString("bosh"));
        JsonNode authentication = info.path("user_authentication");
        if (!authentication.path("type").asString("").equals("uaa")) {
            return Token.basic(this.properties.username(), this.properties.password());
        }
        if (this.token == null) {
            URI uaa = URI.create(authentication.path("options").path("url").asString(""));
            Credentials credentials = this.properties.client()
                    ? new Credentials(this.properties.username(), this.properties.password(), "", "")
                    : new Credentials("bosh_cli", "", this.properties.username(), this.properties.password());
            this.token = new Token(this.api, () -> uaa, credentials, this.clock);
        }
        return this.token.authorization();
    }

    private void read(String deployment, String authorization, Instant now, Report report) {
        URI list = Addresses.under(this.url, "/deployments/" + encode(deployment, UTF_8) + "/vms?format=full");
        URI task = this.url.resolve(this.api.redirect(list, authorization));
        // The director may call itself by another name than the one that reaches it.
        URI reachable = Addresses.under(this.url, task.getPath());
        await(reachable, authorization);
        String lines = this.api.text(Addresses.under(reachable, "/output?type=result"), authorization);
        lines.lines()
            .filter((line) -> !line.isBlank())
            .forEach((line) -> machine(this.api.read(reachable, line), deployment, now, report));
    }

    private void await(URI task, String authorization) {
        long deadline = System.nanoTime() + this.properties.timeout().multipliedBy(4).toNanos();
        while (true) {
            String state = this.api.get(task, authorization).path("state").asString("");
            switch (state) {
                case "done" -> {
                    return;
                }
                case "queued", "processing" -> LockSupport.parkNanos(BETWEEN_POLLS.toNanos());
                default -> throw new InventoryException(
                        task + " (batch.bosh.url) ended as " + state + " (expected: done)", 0, null);
            }
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new InventoryException(task + " (batch.bosh.url) is still " + state + " (expected: done)", 0,
                        null);
            }
        }
    }

    private void machine(JsonNode vm, String deployment, Instant now, Report report) {
        String id = vm.path("id").asString("");
        if (id.isEmpty()) {
            return; // a VM that BOSH is compiling on
        }
        String job = vm.path("job_name").asString(vm.path("job").asString(""));
        JsonNode ips = vm.path("ips");
        report.jobs().add(Jobs.of(vm, now));
        report.machines()
            .add(new VirtualMachine(id, String.valueOf(this.name), deployment, job, vm.path("index").asInt(0),
                    zone(vm.path("az").asString(""), job), ips.isEmpty() ? "" : ips.get(0).asString(""),
                    this.properties.isCell(job), VmState.ofJobState(vm.path("job_state").asString("")), now));
    }

    /** Old deployments have no AZ but name it at the end of the job: {@code cell_z1}. */
    private static String zone(String az, String job) {
        int underscore = job.lastIndexOf('_');
        return (!az.isEmpty() || underscore < 0) ? az : job.substring(underscore + 1);
    }

    private JsonNode get(String path, String authorization) {
        return this.api.get(Addresses.under(this.url, path), authorization);
    }

    @Override
    public String toString() {
        return "BOSH director " + this.url;
    }

    /**
     * What was read so far.
     *
     * @param machines of all deployments
     * @param jobs of these
     */
    private record Report(List<VirtualMachine> machines, List<JobReport> jobs) {
    }

}
