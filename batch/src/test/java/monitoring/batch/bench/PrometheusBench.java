package monitoring.batch.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.localservers.Child;
import monitoring.localservers.FreePort;
import monitoring.localservers.InfluxExtension;
import monitoring.storage.influxdb.InfluxConfiguration;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.metric.MetricStore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The alarm cycle beside Prometheus with Alertmanager: the same series, windows and
 * thresholds ({@code -Dpeer.vms=N -Dpeer.containers=N}).
 */
class PrometheusBench {

    private static final Logger logger = LoggerFactory.getLogger(PrometheusBench.class);

    private static final int VMS = Integer.getInteger("peer.vms", 1_000);

    private static final int CONTAINERS = Integer.getInteger("peer.containers", 10_000);

    private static final List<String> RULES = List.of(
            "(avg_over_time(vm_cpu_core0[10m])+avg_over_time(vm_cpu_core1[10m]))/2",
            "100-100*avg_over_time(vm_memory_available[10m])/avg_over_time(vm_memory_total[10m])",
            "avg_over_time(vm_disk[10m])", "100*rate(container_cpu_seconds[10m])",
            "100*avg_over_time(container_memory[10m])/avg_over_time(container_memory_limit[10m])",
            "100*avg_over_time(container_disk[10m])/avg_over_time(container_disk_limit[10m])");

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void cyclesBesidePrometheus() throws Exception {
        PeerPoints points = new PeerPoints(VMS, CONTAINERS, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        logger.info("| beside Prometheus: {} VMs and {} containers, windows of 10 min | | |", VMS, CONTAINERS);
        prometheus(points);
        ours(points);
    }

    private void ours(PeerPoints points) throws Exception {
        MetricStore store = new InfluxConfiguration().metricStore(InfluxProperties.at(URI.create(influx.url())));
        store.prepare();
        points.write(store);
        try (ProgramRun program = new ProgramRun(this.folder, Deployed.options(),
                List.of("monitoring.influx.url=" + influx.url(), "batch.mail.enabled=false",
                        "batch.scale.enabled=false", "batch.alarm.interval=5s"))) {
            program.awaitRuns(1);
            double first = program.seconds();
            program.awaitRuns(4);
            row("one cycle of the batch", "%.2f s".formatted((program.seconds() - first) / (program.runs() - 1)));
            row("most memory of the batch", program.peakMemory() + " MiB");
        }
        row("most memory of InfluxDB, which keeps the points",
                ProgramRun.peakMemory(influx.server().child().pid()) + " MiB");
    }

    private void prometheus(PeerPoints points) throws Exception {
        Path text = this.folder.resolve("points.txt");
        points.write(text);
        Path data = this.folder.resolve("prometheus");
        run(List.of("promtool", "tsdb", "create-blocks-from", "openmetrics", text.toString(), data.toString()));
        Files.delete(text);
        int alertmanagerPort = FreePort.find();
        int port = FreePort.find();
        try (Child alertmanager = alertmanager(alertmanagerPort); Child server = server(data, port, alertmanagerPort)) {
            URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
            Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .ignoreExceptions()
                .until(() -> metric(metrics, "prometheus_rule_group_iterations_total") >= 3);
            row("one cycle of Prometheus",
                    "%.2f s".formatted(metric(metrics, "prometheus_rule_group_last_duration_seconds")));
            row("most memory of Prometheus with Alertmanager",
                    ProgramRun.peakMemory(server.pid()) + ProgramRun.peakMemory(alertmanager.pid()) + " MiB");
        }
    }

    private Child alertmanager(int port) throws IOException {
        Path config = Files.writeString(this.folder.resolve("alertmanager.yml"),
                "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        return Child.start(new Child.Spec("alertmanager",
                List.of("prometheus-alertmanager", "--config.file=" + config,
                        "--storage.path=" + this.folder.resolve("alertmanager"),
                        "--web.listen-address=127.0.0.1:" + port, "--cluster.listen-address="),
                this.folder.resolve("alertmanager.log")));
    }

    private Child server(Path data, int port, int alertmanagerPort) throws IOException {
        StringBuilder rules = new StringBuilder("groups:\n- name: policies\n  rules:\n");
        for (int number = 0; number < RULES.size(); number++) {
            for (int limit : List.of(85, 90)) {
                rules.append("  - {alert: policy%d_%d, expr: '%s >= %d'}%n".formatted(number, limit, RULES.get(number),
                        limit));
            }
        }
        Files.writeString(this.folder.resolve("rules.yml"), rules);
        Path config = Files.writeString(this.folder.resolve("prometheus.yml"), """
                global: {evaluation_interval: 10s}
                rule_files: [rules.yml]
                alerting: {alertmanagers: [{static_configs: [{targets: ['127.0.0.1:%d']}]}]}
                """.formatted(alertmanagerPort));
        return Child.start(new Child.Spec("prometheus", List.of("prometheus", "--config.file=" + config,
                "--storage.tsdb.path=" + data, "--web.listen-address=127.0.0.1:" + port),
                this.folder.resolve("prometheus.log")));
    }

    private void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(this.folder.resolve("promtool.log").toFile())
            .start();
        assertThat(process.waitFor()).isZero();
    }

    private double metric(URI uri, String name) throws IOException, InterruptedException {
        String scrape = this.http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        Matcher found = Pattern.compile("(?m)^" + name + "\\{[^}]*} (\\S+)$").matcher(scrape);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static void row(String what, String figure) {
        logger.info("| {} | {} | side by side |", what, figure);
    }

}
