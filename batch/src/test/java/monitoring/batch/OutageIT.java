package monitoring.batch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import monitoring.batch.inventory.ScriptedApi;
import monitoring.localservers.Database;
import monitoring.localservers.InfluxExtension;
import monitoring.localservers.Line;
import monitoring.localservers.Mail;
import monitoring.localservers.MariaDbExtension;
import monitoring.localservers.SmtpInboxExtension;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.Severity;
import monitoring.storage.policy.Threshold;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * InfluxDB, SQL, SMTP, BOSH and CF are away, one by one and all together, while one alarm
 * is open: nothing is raised, resolved or scaled out of what is missing, and what
 * happened meanwhile is made up for. Agents go on measuring; the lines that are cut are
 * the batch's.
 */
class OutageIT {

    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("away", 12));

    private static final AlarmPolicy.Timing TIMING = new AlarmPolicy.Timing(Duration.ofMinutes(10), Duration.ofDays(1));

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @RegisterExtension
    static final SmtpInboxExtension mails = new SmtpInboxExtension();

    @RegisterExtension
    static final MariaDbExtension mariadb = new MariaDbExtension();

    private final List<String> metrics = BatchProgram.ownMetrics();

    private final ScriptedApi foundation = foundation();

    private final ScheduledExecutorService agents = Executors.newSingleThreadScheduledExecutor();

    private final Map<String, Line> lines = new TreeMap<>();

    private volatile double hot = 97;

    @AfterEach
    void stop() {
        this.agents.shutdownNow();
        this.lines.values().forEach(Line::close);
        this.foundation.close();
    }

    @Test
    void raisesResolvesAndForgetsNothingOutOfWhatIsMissing() {
        Database database = mariadb.newDatabase();
        try (BatchProgram program = program(database); BatchProgram batch = start(database)) {
            Desk desk = new Desk(program);
            desk.receiver("ops", new Receiver.Scope(null, "", "", Severity.WARNING, 0), Locale.ENGLISH);
            desk.limitCpu(new Threshold(80, 90), TIMING);
            this.agents.scheduleAtFixedRate(() -> report(desk), 0, 1, TimeUnit.SECONDS);
            awaitOpen(desk, "web/0 CPU");
            awaitMail("[web/0] cpu is critical");
            awaitInventory(desk);

            for (String server : List.of("influx", "sql", "smtp", "bosh", "cf")) {
                away(desk, List.of(server));
            }
            away(desk, List.copyOf(this.lines.keySet()));

            this.hot = 10;
            desk.limitCpu(new Threshold(98, 99), TIMING);
            awaitMail("[Recovered] [web/0] cpu is critical");
            awaitOpen(desk);
            Awaitility.await()
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told()).as("told, by Message-ID")
                    .isEqualTo(Map.of("[web/0] cpu is critical", 1, "[Recovered] [web/0] cpu is critical", 1,
                            "[InfluxDB] cannot be seen", 1, "[Recovered] [InfluxDB] cannot be seen", 1)));
            assertThat(batch.port()).as("port of the batch, which lived through it").isPositive();
        }
    }

    /** While servers are away nothing changes; when they are back all is as before. */
    private void away(Desk desk, List<String> servers) {
        servers.forEach((server) -> this.lines.get(server).cut());
        List<String> expected = servers.contains("influx") && !servers.contains("sql")
                ? List.of("InfluxDB BLIND", "web/0 CPU") : List.of("web/0 CPU");
        Awaitility.await("open while away: " + servers)
            .during(AWAY.dividedBy(2))
            .atMost(AWAY.multipliedBy(2))
            .dontCatchUncaughtExceptions()
            .until(() -> desk.open(), (open) -> open.equals(expected));
        assertInventory(desk);
        servers.forEach((server) -> this.lines.get(server).mend());
        Awaitility.await("open when back: " + servers)
            .during(Duration.ofSeconds(5))
            .atMost(AWAY.multipliedBy(3))
            .dontCatchUncaughtExceptions()
            .until(() -> desk.open(), (open) -> open.equals(List.of("web/0 CPU")));
        assertInventory(desk);
    }

    private static void assertInventory(Desk desk) {
        InventoryStore inventory = desk.program().bean(InventoryStore.class);
        assertThat(inventory.virtualMachines()).extracting(VirtualMachine::id)
            .containsExactlyInAnyOrder("web-guid", "db-guid", "cell-guid");
        assertThat(inventory.appInstances()).extracting(AppInstance::id).containsExactly("shop/0");
    }

    private static void awaitInventory(Desk desk) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertInventory(desk));
    }

    private static void awaitOpen(Desk desk, String... expected) {
        Awaitility.await()
            .dontCatchUncaughtExceptions()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> assertThat(desk.open()).containsExactly(expected));
    }

    private static void awaitMail(String subject) {
        Awaitility.await()
            .dontCatchUncaughtExceptions()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> assertThat(told()).containsKey(subject));
    }

    /**
     * How many messages there are of each subject; one that was sent twice has one id.
     */
    private static Map<String, Integer> told() {
        Map<String, TreeSet<String>> ids = new TreeMap<>();
        for (Mail mail : mails.inbox().newestFirst()) {
            ids.computeIfAbsent(String.valueOf(mail.subject()), (key) -> new TreeSet<>()).add(mail.messageId());
        }
        Map<String, Integer> told = new TreeMap<>();
        ids.forEach((subject, messages) -> told.put(subject, messages.size()));
        return told;
    }

    /** Looks at the tables and plays the agents, on lines that nobody cuts. */
    private BatchProgram program(Database database) {
        return BatchProgram.start(database, keys("batch.scheduled=false", "monitoring.influx.url=" + influx.url()));
    }

    private BatchProgram start(Database database) {
        int sql = URI.create(database.url().substring("jdbc:".length())).getPort();
        String url = database.url().replace(":" + sql + "/", ":" + line("sql", sql) + "/")
                + "?connectTimeout=1000&socketTimeout=5000";
        return BatchProgram.start(new Database(url, database.username(), database.password()),
                keys("monitoring.influx.url=http://127.0.0.1:" + line("influx", URI.create(influx.url()).getPort()),
                        "spring.datasource.hikari.connection-timeout=1000",
                        "batch.mail.port=" + line("smtp", mails.inbox().port()),
                        "batch.bosh.url=http://127.0.0.1:" + line("bosh", this.foundation.url().getPort()),
                        "batch.bosh.timeout=2s",
                        "batch.cf.api-url=http://127.0.0.1:" + line("cf", this.foundation.url().getPort()),
                        "batch.cf.uaa-url=" + this.foundation.url(), "batch.cf.timeout=2s", "batch.alarm.interval=1s",
                        "batch.notification.interval=1s", "batch.inventory.interval=1s", "batch.scaling.interval=1s",
                        "batch.evaluate.dead-after=6s", "batch.evaluate.inventory-max-age=4s",
                        "batch.notify.retry-delay=1s", "batch.notify.attempt-timeout=5s", "batch.mail.timeout=2s"));
    }

    private int line(String name, int port) {
        Line line = Line.to(port);
        this.lines.put(name, line);
        return line.port();
    }

    private List<String> keys(String... more) {
        List<String> keys = new ArrayList<>(this.metrics);
        keys.addAll(List.of(more));
        return keys;
    }

    private void report(Desk desk) {
        Instant time = desk.program().bean(Clock.class).instant();
        List<Sample> samples = new ArrayList<>();
        for (String name : List.of("web", "db", "cell")) {
            samples.addAll(Desk.vm(name, ip(name), name.equals("web") ? this.hot : 10, time));
        }
        samples.add(new Sample(Measurement.CONTAINER,
                Map.of(Tags.APPLICATION_ID, "shop", Tags.APPLICATION_NAME, "shop", Tags.APPLICATION_INDEX, "0",
                        Tags.CELL_IP, ip("cell"), Tags.CONTAINER_ID, "handle", Tags.NAME, "memory_usage"),
                Map.of(Tags.VALUE, 1e6, Tags.APP_MEMORY, 1e9, Tags.APP_DISK, 1e9), time));
        desk.report(samples);
    }

    private static String ip(String name) {
        return "10.0.1." + name.length();
    }

    private static ScriptedApi foundation() {
        StringBuilder machines = new StringBuilder();
        for (String name : List.of("web", "db", "cell")) {
            machines
                .append("{\"id\":\"%s-guid\",\"job\":\"%s\",\"index\":0,\"az\":\"z1\",\"ips\":[\"%s\"],".formatted(name,
                        name, ip(name)))
                .append("\"job_state\":\"running\"}\n");
        }
        String page = "?per_page=5000";
        return new ScriptedApi().on("/info", "{\"name\":\"micro-bosh\"}")
            .on("/deployments?exclude_configs=true&exclude_releases=true&exclude_stemcells=true", "[{\"name\":\"cf\"}]")
            .on("/deployments/cf/vms?format=full", 302, "/tasks/1")
            .on("/tasks/1", "{\"state\":\"done\"}")
            .on("/tasks/1/output?type=result", machines.toString())
            .on("/oauth/token", "{\"access_token\":\"token\",\"expires_in\":600}")
            .on("/v3/organizations" + page, "{\"resources\":[]}")
            .on("/v3/spaces" + page, "{\"resources\":[]}")
            .on("/v3/apps" + page, "{\"resources\":[{\"guid\":\"shop\",\"name\":\"shop\",\"state\":\"STARTED\"}]}")
            .on("/v3/processes?types=web&per_page=5000", """
                    {"resources":[{"guid":"p1","instances":1,"memory_in_mb":256,"disk_in_mb":512,
                    "relationships":{"app":{"data":{"guid":"shop"}}}}]}""")
            .on("/v3/processes/p1/stats",
                    "{\"resources\":[{\"index\":0,\"state\":\"RUNNING\",\"host\":\"" + ip("cell") + "\"}]}");
    }

}
