package monitoring.batch.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.batch.BatchProgram;
import monitoring.batch.evaluate.Evaluation;
import monitoring.localservers.Child;
import monitoring.localservers.InfluxExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One alarm cycle of the program in its own JVM over a simulated foundation, beside the
 * bare statements sent by curl ({@code -Dvms=N -Dcontainers=N -Druns=N}).
 */
class WholeCycleBench {

    private static final Logger logger = LoggerFactory.getLogger(WholeCycleBench.class);

    private static final int VMS = Integer.getInteger("vms", 10_000);

    private static final int CONTAINERS = Integer.getInteger("containers", 100_000);

    private static final int RUNS = Integer.getInteger("runs", 3);

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @TempDir
    private Path folder;

    @Test
    void cyclesBesideBareStatements() throws Exception {
        fill();
        List<String> heap = List.of("-Xmx" + manifestHeap(), "-XX:+ExitOnOutOfMemoryError");
        double cycle;
        try (ProgramRun program = new ProgramRun(jar("batch"), this.folder, heap,
                List.of("monitoring.influx.url=" + influx.url(), "monitoring.influx.timeouts.read=300s",
                        "batch.mail.enabled=false", "batch.scale.enabled=false", "batch.inventory.interval=1h",
                        "batch.alarm.interval=15s"))) {
            await(program, 1);
            double first = program.seconds();
            long before = executed();
            await(program, RUNS);
            cycle = (program.seconds() - first) / (program.runs() - 1);
            row("statements a cycle", (executed() - before) / (program.runs() - 1), "<= 20");
            row("first cycle, cold JVM", "%.1f s".formatted(first), "");
            row("resident memory, most, " + heap.get(0), program.peakMemory() + " MiB", "<= 512 MiB");
        }
        double bare = bare();
        row("one cycle over " + VMS + " VMs and " + CONTAINERS + " containers", "%.1f s".formatted(cycle), "");
        row("its bare statements sent by curl", "%.1f s".formatted(bare), "");
        row("ratio", "%.2f".formatted(cycle / bare), "<= 1.5");
    }

    private void fill() {
        Child fill = Child.start(new Child.Spec("backfill",
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                        "-Dloader.main=monitoring.foundation.Backfill", "-cp",
                        jar("metric-agent/bosh-metric-agent-stubs").toString(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher", "--minutes", "11", "--vms",
                        String.valueOf(VMS), "--containers", String.valueOf(CONTAINERS), "--influx-url", influx.url()),
                this.folder.resolve("backfill.log")));
        assertThat(fill.endsWithin(Duration.ofMinutes(30))).isTrue();
        assertThat(fill.exitValue()).isZero();
    }

    static void await(ProgramRun program, int runs) {
        Awaitility.await()
            .pollInterval(Duration.ofMillis(200))
            .atMost(Duration.ofMinutes(15))
            .until(() -> program.runs() >= runs);
    }

    /** What the program asks in one cycle, asked one after the other by curl. */
    private double bare() throws Exception {
        try (StatementRecorder recorder = new StatementRecorder();
                BatchProgram program = BatchProgram.start(BatchProgram.newDatabase(), List.of(),
                        "batch.scheduled=false", "monitoring.influx.url=" + recorder.url())) {
            recorder.forget();
            program.bean(Evaluation.class).evaluate();
            long begin = System.nanoTime();
            for (String statements : recorder.requests()) {
                Path file = Files.writeString(this.folder.resolve("statements"), statements);
                Process curl = new ProcessBuilder("curl", "-sS", "-f", "-o", "/dev/null", "--data-urlencode",
                        "q@" + file, influx.url() + "/query?epoch=ms")
                    .inheritIO()
                    .start();
                assertThat(curl.waitFor()).isZero();
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static long executed() throws Exception {
        String counters = HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(influx.url() + "/debug/vars")).build(), BodyHandlers.ofString())
            .body();
        Matcher found = Pattern.compile("\"queriesExecuted\":(\\d+)").matcher(counters);
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    static String manifestHeap() throws Exception {
        List<String> spec = Files.readAllLines(ROOT.resolve("manifests/release/jobs/batch/spec"));
        return spec.get(spec.indexOf("  jvm.heap:") + 2).replace("default:", "").strip();
    }

    static Path jar(String module) {
        String name = Path.of(module).getFileName() + "-0.1.0-SNAPSHOT.jar";
        Path jar = ROOT.resolve(module).resolve("target").resolve(name);
        assertThat(jar).exists();
        return jar;
    }

    private static void row(String what, Object figure, String goal) {
        logger.info("| {} | {} | {} |", what, figure, goal);
    }

}
