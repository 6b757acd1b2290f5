package monitoring.batch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import monitoring.batch.BatchProgram;
import monitoring.batch.evaluate.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Alarm cycles of the program in its own JVM over simulated foundations, each beside the
 * bare statements sent by curl ({@code -Dsizes=VMSxCONTAINERS,...}, {@code -Druns=N};
 * {@code -Dbench.data=DIR} keeps what was filled in for the next time).
 */
class WholeCycleBench {

    private static final Logger logger = LoggerFactory.getLogger(WholeCycleBench.class);

    private static final String SIZES = System.getProperty("sizes", "100x1000,1000x10000,10000x100000");

    private static final int RUNS = Integer.getInteger("runs", 3);

    private static final String DATA = System.getProperty("bench.data", "");

    @TempDir
    private Path folder;

    private double last;

    @Test
    void cyclesBesideBareStatements() throws Exception {
        for (String size : SIZES.split(",")) {
            String[] counts = size.split("x");
            int vms = Integer.parseInt(counts[0]);
            int containers = Integer.parseInt(counts[1]);
            Path data = (DATA.isEmpty() ? this.folder : Path.of(DATA)).resolve(size);
            try (FilledFoundation foundation = FilledFoundation.in(data, vms, containers)) {
                logger.info("| {} VMs and {} containers | | |", vms, containers);
                measure(foundation, containers);
            }
        }
    }

    private void measure(FilledFoundation foundation, int containers) throws Exception {
        List<Path> statements = statements(foundation);
        List<Double> cycles = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        // an idle moment follows each cycle, in which curl asks the same
        int interval = Math.max(10, containers / 500);
        Path own = Files.createTempDirectory(this.folder, "program");
        try (ProgramRun program = new ProgramRun(own, Deployed.options(), foundation.end(),
                List.of("monitoring.influx.url=" + foundation.url(), "monitoring.influx.timeouts.read=300s",
                        "batch.mail.enabled=false", "batch.scale.enabled=false",
                        "batch.inventory.interval=" + interval * (RUNS + 2) + "s",
                        "batch.alarm.interval=" + interval + "s"))) {
            program.awaitRuns(1);
            row("first cycle, cold JVM, beside the first inventory", seconds(program.seconds()), "");
            for (int run = 0; run < RUNS; run++) {
                double passed = program.seconds();
                long runs = program.runs();
                program.awaitRuns(runs + 1);
                cycles.add(program.seconds() - passed);
                bare.add(bare(statements, foundation.url()));
            }
            // the next ones are beside another inventory
            program.awaitRuns(program.runs() + 3);
            row("resident memory, most, " + String.join(" ", Deployed.options()), program.peakMemory() + " MiB",
                    "<= 512 MiB");
        }
        double cycle = median(cycles);
        row("one cycle, median of " + all(cycles), seconds(cycle), "");
        row("its bare statements sent by curl, median of " + all(bare), seconds(median(bare)), "");
        row("ratio", "%.2f".formatted(cycle / median(bare)), "<= 1.5");
        row("statements a cycle", statementsIn(statements), "<= 20");
        if (this.last > 0) {
            row("growth from the size before", "%.1f times as long".formatted(cycle / this.last),
                    "at most 10 times as long");
        }
        this.last = cycle;
    }

    /** What the program asks in one cycle, a file for each request. */
    private List<Path> statements(FilledFoundation foundation) throws Exception {
        List<Path> files = new ArrayList<>();
        try (StatementRecorder recorder = new StatementRecorder();
                BatchProgram program = BatchProgram.start(BatchProgram.newDatabase(), List.of(PastPoints.class),
                        "batch.scheduled=false", "bench.end=" + foundation.end(),
                        "monitoring.influx.url=" + recorder.url())) {
            recorder.forget();
            program.bean(Evaluation.class).evaluate();
            for (String request : recorder.requests()) {
                files.add(Files.writeString(Files.createTempFile(this.folder, "request", ".sql"), request));
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }

    private static long statementsIn(List<Path> requests) throws IOException {
        long count = 0;
        for (Path request : requests) {
            count += Files.readString(request).split(";").length;
        }
        return count;
    }

    /** Seconds for all requests, one after the other. */
    private static double bare(List<Path> statements, String url) throws Exception {
        long begin = System.nanoTime();
        for (Path file : statements) {
            Process curl = new ProcessBuilder("curl", "-sS", "-f", "-o", "/dev/null", "--data-urlencode", "q@" + file,
                    url + "/query?epoch=ms&chunked=true&chunk_size=10000")
                .inheritIO()
                .start();
            assertThat(curl.waitFor()).isZero();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static String all(List<Double> values) {
        return values.stream().map("%.1f"::formatted).toList().toString();
    }

    private static String seconds(double seconds) {
        return "%.1f s".formatted(seconds);
    }

    private static void row(String what, Object figure, String goal) {
        logger.info("| {} | {} | {} |", what, figure, goal);
    }

}
