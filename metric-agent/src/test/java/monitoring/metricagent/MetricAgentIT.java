package monitoring.metricagent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.localservers.InfluxExtension;
import monitoring.localservers.InfluxServer;
import monitoring.storage.influxdb.InfluxConfiguration;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.ProcessUsage;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.SeriesQuery;
import monitoring.storage.metric.TimeRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole agent, on this host and a real InfluxDB. */
class MetricAgentIT {

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @TempDir
    Path folder;

    @Test
    void writesWhatItReadsOfThisHost() throws IOException {
        MetricStore store = new InfluxConfiguration().metricStore(InfluxProperties.at(URI.create(influx.url())));
        store.prepare();
        try (MetricAgent agent = start(influx.url(), "host-1", Map.of())) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(usage(store, Resource.CPU, "host-1")).isBetween(0.0, 100.0);
                assertThat(usage(store, Resource.MEMORY, "host-1")).isBetween(1.0, 100.0);
                assertThat(usage(store, Resource.ROOT_DISK, "host-1")).isBetween(0.1, 100.0);
            });
            List<ProcessUsage> processes = store.topProcesses(Origin.VM, "host-1", lately());
            assertThat(processes).hasSizeBetween(1, 21);
            assertThat(processes.get(0).memory()).isGreaterThanOrEqualTo(processes.get(processes.size() - 1).memory());
            assertThat(get(agent, "/actuator/health")).contains("\"UP\"");
            assertThat(get(agent, "/actuator/prometheus")).containsPattern("samples_written_total [1-9]");
        }
    }

    @Test
    void showsProgramsOfThisHostAsContainers() throws IOException {
        Path programs = this.folder.resolve("programs.properties");
        Files.writeString(programs, "pid.dashboard=" + ProcessHandle.current().pid() + "\npid.gone=999999999\n");
        MetricStore store = new InfluxConfiguration().metricStore(InfluxProperties.at(URI.create(influx.url())));
        store.prepare();
        try (MetricAgent agent = start(influx.url(), "host-2", Map.of("METRICAGENT_CONTAINER_SOURCE", "programs",
                "METRICAGENT_CONTAINER_PROGRAMS", programs.toString()))) {
            await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(store.usage(new MetricWindow(Origin.CONTAINER, Resource.MEMORY, lately())))
                            .anySatisfy((usage) -> {
                                assertThat(usage.target().name()).isEqualTo("dashboard[0]");
                                assertThat(usage.value()).isBetween(0.01, 100.0);
                            }));
        }
    }

    @Test
    void bringsAfterwardsWhatItReadWhileInfluxWasAway() throws IOException {
        int port;
        try (InfluxServer first = InfluxServer.start(this.folder.resolve("influx"), 0)) {
            port = first.port();
        }
        String url = "http://127.0.0.1:" + port;
        Instant begin = Instant.now();
        try (MetricAgent agent = start(url, "host-3",
                Map.of("METRICAGENT_SPOOL_DIRECTORY", this.folder.resolve("spool").toString()))) {
            await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(get(agent, "/actuator/prometheus")).containsPattern("readings_waiting [3-9]"));
            assertThat(get(agent, "/actuator/health")).contains("DOWN", url, "did not answer");
        }
        Instant stopped = Instant.now();
        try (InfluxServer second = InfluxServer.start(this.folder.resolve("influx"), port);
                MetricAgent agent = start(url, "host-3",
                        Map.of("METRICAGENT_SPOOL_DIRECTORY", this.folder.resolve("spool").toString()))) {
            MetricStore store = new InfluxConfiguration().metricStore(InfluxProperties.at(URI.create(second.url())));
            await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(agent, "/actuator/prometheus")).contains("readings_waiting 0"));
            SeriesQuery query = new SeriesQuery(Measurement.VM, MetricName.MEMORY_TOTAL, Map.of("id", Set.of("host-3")),
                    List.of("id"), new TimeRange(begin.minusSeconds(1), stopped.plusSeconds(1)), Duration.ofSeconds(1));
            assertThat(store.series(List.of(query))).singleElement()
                .satisfies((series) -> assertThat(series.points()).hasSizeGreaterThanOrEqualTo(3));
            assertThat(get(agent, "/actuator/prometheus")).contains("samples_dropped_total 0");
        }
    }

    @Test
    void makesDatabasesAgainThatWereLostAndLosesNoReading() throws IOException {
        try (InfluxServer server = InfluxServer.start(this.folder.resolve("influx"), 0);
                MetricAgent agent = start(server.url(), "host-4", Map.of())) {
            await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(agent, "/actuator/prometheus"))
                    .containsPattern("samples_written_total [1-9]"));
            Instant dropped = Instant.now();
            for (String database : List.of("bosh_metric_db", "cf_metric_db", "container_metric_db")) {
                drop(server, database);
            }
            MetricStore store = new InfluxConfiguration().metricStore(InfluxProperties.at(URI.create(server.url())));
            await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(MetricStoreException.class)
                .untilAsserted(() -> assertThat(usage(store, Resource.MEMORY, "host-4")).isBetween(1.0, 100.0));
            SeriesQuery query = new SeriesQuery(Measurement.VM, MetricName.MEMORY_TOTAL, Map.of("id", Set.of("host-4")),
                    List.of("id"), new TimeRange(dropped.minusSeconds(1), Instant.now().plusSeconds(1)),
                    Duration.ofSeconds(1));
            assertThat(store.series(List.of(query))).singleElement()
                .satisfies((series) -> assertThat(series.points()).isNotEmpty());
            assertThat(get(agent, "/actuator/prometheus")).contains("samples_dropped_total 0");
        }
    }

    private static void drop(InfluxServer server, String database) {
        URI uri = URI.create(server.url() + "/query?q=DROP%20DATABASE%20" + database);
        send(HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    private static double usage(MetricStore store, Resource resource, String id) {
        return store.usage(new MetricWindow(Origin.VM, resource, lately()))
            .stream()
            .filter((usage) -> usage.target().id().equals(id))
            .findFirst()
            .orElseThrow(() -> new AssertionError(resource + " of " + id + ": none yet"))
            .value();
    }

    private static TimeRange lately() {
        return TimeRange.before(Instant.now().plusSeconds(1), Duration.ofMinutes(2));
    }

    private static MetricAgent start(String url, String id, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("MONITORING_INFLUX_URL", url, "METRICAGENT_INTERVAL",
                "1s", "METRICAGENT_IDENTITY_ID", id, "METRICAGENT_MANAGEMENT_PORT", "0"));
        environment.putAll(more);
        return MetricAgent.start(null, environment);
    }

    private static String get(MetricAgent agent, String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + agent.managementPort() + path)).build());
    }

    private static String send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

}
