package monitoring.dashboard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import monitoring.dashboard.DashboardApplication;
import monitoring.localservers.Database;
import monitoring.localservers.ElasticsearchServer;
import monitoring.localservers.InfluxServer;
import monitoring.localservers.MariaDbServer;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.log.LogStore;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.paging.Cursor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcOperations;

import static org.awaitility.Awaitility.await;

/**
 * The three stores in a folder, filled once: what is there already is taken as it is. It
 * is the moment it was filled for, for who reads it. They are the servers of an
 * installation; the relations are in MariaDB, where PaaS-TA keeps them.
 */
final class PreparedStores implements AutoCloseable {

    /** Megabytes; a million log lines come faster than half of it takes them. */
    private static final int HEAP = 1024;

    private static final String GREAT = "great-incident";

    private static final String HISTORY = "history";

    static final String PASSWORD = "correct horse";

    private static final Logger logger = LoggerFactory.getLogger(PreparedStores.class);

    private final Path folder;

    private final InfluxServer influx;

    private final ElasticsearchServer elasticsearch;

    private final MariaDbServer mariaDb;

    private final Instant now;

    private PreparedStores(Path folder, ElasticsearchServer elasticsearch, Instant now) throws IOException {
        this.folder = folder;
        this.influx = InfluxServer.start(folder.resolve("influxdb"), 0);
        this.elasticsearch = elasticsearch;
        this.mariaDb = MariaDbServer.start(Files.createDirectories(folder.resolve("mariadb")), 0);
        this.now = now;
    }

    static PreparedStores in(Path folder, Size size) throws IOException {
        Path home = Files.createDirectories(folder.resolve(size.name()));
        Path time = home.resolve("filled-for");
        if (!Files.exists(time)) {
            Files.writeString(time, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        ElasticsearchServer elasticsearch = ElasticsearchServer.launch(home.resolve("elasticsearch"), 0, HEAP,
                home.resolve("elasticsearch.log"));
        PreparedStores stores = new PreparedStores(home, elasticsearch, Instant.parse(Files.readString(time).strip()));
        await().atMost(Duration.ofMinutes(3)).until(elasticsearch::isReady);
        if (!Files.exists(home.resolve(HISTORY))) {
            stores.fill(size);
        }
        return stores;
    }

    private void fill(Size size) throws IOException {
        List<String> arguments = new ArrayList<>();
        keys().forEach((key, value) -> arguments.add("--" + key + "=" + value));
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DashboardApplication.class)
            .properties("server.port=0", "server.address=127.0.0.1")
            .run(arguments.toArray(String[]::new))) {
            LargeFoundation foundation = new LargeFoundation(size.vms(), size.containers(), this.now);
            once("inventory", () -> foundation.inventory(context.getBean(InventoryStore.class)));
            once("alarms", () -> foundation.alarms(context.getBean(AlarmStore.class),
                    context.getBean(IncidentStore.class), size.alarms()));
            once("metrics", () -> foundation.metrics(context.getBean(MetricStore.class)));
            once("logs", () -> foundation.logs(context.getBean(LogStore.class), size.logs()));
            once(GREAT, () -> keepGreat(foundation.great(context.getBean(AlarmStore.class),
                    context.getBean(IncidentStore.class), context.getBean(NotificationStore.class))));
            once(HISTORY, () -> new LargeHistory(context.getBean(JdbcOperations.class), this.now).fill());
        }
    }

    private void keepGreat(String id) {
        try {
            Files.writeString(this.folder.resolve(GREAT + "-id"), id);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The id of the incident with a thousand alarms. */
    String greatIncident() throws IOException {
        return Files.readString(this.folder.resolve(GREAT + "-id"));
    }

    /** A place in the list of all alarms that most of them come before. */
    String late() {
        Instant time = this.now.minus(Duration.ofDays(27));
        return new Cursor(List.of(LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString(), "0")).text();
    }

    /** Does what is not done yet, and leaves a file as its mark. */
    private void once(String what, Runnable work) throws IOException {
        Path mark = this.folder.resolve(what);
        if (!Files.exists(mark)) {
            work.run();
            Files.createFile(mark);
            logger.info("{} kept", what);
        }
    }

    /** The keys of a dashboard that reads them. */
    Map<String, String> keys() {
        Database relations = this.mariaDb.database("monitoring");
        return Map.of("spring.datasource.url", relations.url(), "spring.datasource.username", relations.username(),
                "spring.datasource.password", relations.password(), "dashboard.first-password", PASSWORD,
                "monitoring.influx.url", this.influx.url(), "monitoring.elasticsearch.url", this.elasticsearch.url());
    }

    /** The moment they were filled for. */
    Instant now() {
        return this.now;
    }

    @Override
    public void close() {
        this.influx.close();
        this.elasticsearch.close();
        this.mariaDb.close();
    }

    /**
     * How much there is.
     *
     * @param vms VMs, every tenth a cell
     * @param containers containers, five an app
     * @param logs log lines of a day
     * @param alarms alarms of 30 days
     */
    record Size(int vms, int containers, int logs, int alarms) {

        static Size asked() {
            return new Size(Integer.getInteger("vms", 10_000), Integer.getInteger("containers", 100_000),
                    Integer.getInteger("logs", 1_000_000), Integer.getInteger("alarms", 50_000));
        }

        String name() {
            return this.vms + "-" + this.containers + "-" + this.logs + "-" + this.alarms;
        }

    }

}
