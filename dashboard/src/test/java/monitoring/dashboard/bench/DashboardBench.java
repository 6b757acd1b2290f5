package monitoring.dashboard.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.dashboard.DashboardApplication;
import monitoring.localservers.ElasticsearchExtension;
import monitoring.localservers.FreePort;
import monitoring.localservers.InfluxExtension;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.log.LogStore;
import monitoring.storage.metric.MetricStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.awaitility.Awaitility.await;

/**
 * The dashboard at its size: 10,000 VMs, 100,000 containers, 1,000,000 log lines, 50,000
 * alarms ({@code -Dvms=N -Dcontainers=N -Dlogs=N -Dalarms=N}).
 */
class DashboardBench {

    private static final Logger logger = LoggerFactory.getLogger(DashboardBench.class);

    private static final int VMS = Integer.getInteger("vms", 10_000);

    private static final int CONTAINERS = Integer.getInteger("containers", 100_000);

    private static final int LOGS = Integer.getInteger("logs", 1_000_000);

    private static final int ALARMS = Integer.getInteger("alarms", 50_000);

    private static final int USERS = 20;

    private static final int LAPS = Integer.getInteger("laps", 5);

    private static final String PASSWORD = "correct horse";

    private static final Pattern EXECUTED = Pattern.compile("\"queriesExecuted\":(\\d+)");

    private static final List<String> PAGES = List.of("/overview", "/inventory", "/inventory?sort=memory&page=100",
            "/inventory/" + LargeFoundation.vm(17), "/metric/vm/" + LargeFoundation.vm(17) + "?range=3h",
            "/inventory/bosh", "/inventory/apps", "/inventory/apps/" + LargeFoundation.app(500), "/placement",
            "/placement?q=app-4711", "/placement/map?by=state", "/placement/moves", "/alarm", "/alarm?state=all",
            "/alarm/statistics?period=m", "/incident", "/log?range=1d", "/log?q=timeout&range=1d", "/log/dead-letters",
            "/log/audit", "/policy", "/scaling", "/notification", "/notification/silences", "/runs", "/account/audit");

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    @TempDir
    private Path folder;

    @Test
    void servesEveryPage() throws Exception {
        fill();
        int port = FreePort.find();
        URI dashboard = URI.create("http://127.0.0.1:" + port);
        Process program = start(port);
        try {
            await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> {
                dashboard.resolve("/login").toURL().openStream().close();
                return true;
            });
            BenchUser first = BenchUser.signIn(dashboard, PASSWORD);
            for (String path : PAGES) {
                long begin = System.nanoTime();
                first.open(path);
                logger.info("| first time: {} | {} ms |", path, millisSince(begin));
            }
            for (String path : PAGES) {
                measure(dashboard, path);
            }
            statements(first);
            browse(dashboard);
            logger.info("| resident memory | <= 512 MiB | {} |", resident(program));
        }
        finally {
            program.destroy();
            program.waitFor();
        }
    }

    private String database() {
        return "jdbc:h2:file:" + this.folder.resolve("monitoring") + ";AUTO_SERVER=TRUE";
    }

    private Map<String, String> keys() {
        return Map.of("spring.datasource.url", database(), "dashboard.first-password", PASSWORD,
                "monitoring.influx.url", influx.url(), "monitoring.elasticsearch.url", elasticsearch.url());
    }

    private void fill() {
        List<String> arguments = new ArrayList<>();
        keys().forEach((key, value) -> arguments.add("--" + key + "=" + value));
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DashboardApplication.class)
            .properties("server.port=0", "server.address=127.0.0.1")
            .run(arguments.toArray(String[]::new))) {
            LargeFoundation foundation = new LargeFoundation(VMS, CONTAINERS,
                    Instant.now().truncatedTo(ChronoUnit.MILLIS));
            long begin = System.nanoTime();
            foundation.logs(context.getBean(LogStore.class), LOGS);
            logger.info("| {} log lines kept | {} ms |", LOGS, millisSince(begin));
            foundation.inventory(context.getBean(InventoryStore.class));
            foundation.alarms(context.getBean(AlarmStore.class), ALARMS);
            logger.info("| inventory and {} alarms kept | {} ms |", ALARMS, millisSince(begin));
        }
        // The newest samples are to be new when pages are asked for.
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DashboardApplication.class)
            .properties("server.port=0", "server.address=127.0.0.1")
            .run(arguments.toArray(String[]::new))) {
            new LargeFoundation(VMS, CONTAINERS, Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .metrics(context.getBean(MetricStore.class));
        }
    }

    private Process start(int port) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                DashboardApplication.class.getName(), "--server.port=" + port, "--server.address=127.0.0.1",
                // the samples of the bench grow old while it measures
                "--dashboard.inventory.silent-after=20m");
        keys().forEach((key, value) -> builder.environment()
            .put(key.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT), value));
        builder.redirectErrorStream(true).redirectOutput(this.folder.resolve("dashboard.log").toFile());
        return builder.start();
    }

    private static void measure(URI dashboard, String path) throws Exception {
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        try {
            List<Callable<List<Long>>> work = Collections.nCopies(USERS, () -> {
                BenchUser user = BenchUser.signIn(dashboard, PASSWORD);
                List<Long> times = new ArrayList<>();
                for (int lap = 0; lap < LAPS; lap++) {
                    long begin = System.nanoTime();
                    user.open(path);
                    times.add(millisSince(begin));
                }
                return times;
            });
            List<Long> times = new ArrayList<>();
            long statements = executed();
            for (Future<List<Long>> one : users.invokeAll(work)) {
                times.addAll(one.get());
            }
            // with those of the pictures that all users share and that were taken anew
            // meanwhile
            double each = (executed() - statements) / (double) times.size();
            Collections.sort(times);
            logger.info("| {} p95 of {} with {} users; statements a view | <= {} ms; <= 5 | {} ms (median {}); {} |",
                    path, times.size(), USERS, path.equals("/overview") ? 100 : 200,
                    times.get(times.size() * 95 / 100 - 1), times.get(times.size() / 2),
                    String.format(Locale.ROOT, "%.2f", each));
        }
        finally {
            users.shutdown();
        }
    }

    /**
     * How many statements InfluxDB gets for one page that was not asked for in a while.
     */
    private static void statements(BenchUser user) throws Exception {
        for (String path : PAGES) {
            long before = settled();
            user.open(path);
            logger.info("| statements for {} after a pause, pictures included | <= 5 | {} |", path, settled() - before);
        }
    }

    /** The count of statements when it has not changed for two seconds. */
    private static long settled() {
        AtomicLong last = new AtomicLong(-1);
        await().atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofSeconds(2))
            .until(() -> last.getAndSet(executed()) == last.get());
        return last.get();
    }

    private static long executed() throws Exception {
        try (var in = URI.create(influx.url() + "/debug/vars").toURL().openStream()) {
            Matcher matcher = EXECUTED.matcher(new String(in.readAllBytes()));
            return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
        }
    }

    private void browse(URI dashboard) throws Exception {
        try (BenchBrowser browser = new BenchBrowser()) {
            for (String path : List.of("/overview", "/placement", "/inventory/" + LargeFoundation.vm(17))) {
                BenchBrowser.Seen seen = browser.open(dashboard, PASSWORD, path);
                logger.info("| {} in Chromium | LCP <= 1500 ms, TBT <= 150 ms, cold <= 250 KB | {} ms, {} ms, {} KB |",
                        path, seen.largestPaint(), seen.blocked(), seen.bytes() / 1000);
            }
        }
    }

    private static String resident(Process program) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + program.pid() + "/status"))
            .stream()
            .filter((line) -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
            .map((line) -> line.replaceAll("\\s+", " "))
            .toList()
            .toString();
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

}
