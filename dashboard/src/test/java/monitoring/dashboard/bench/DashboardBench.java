package monitoring.dashboard.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import monitoring.localservers.FreePort;
import monitoring.localservers.platform.JobFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.awaitility.Awaitility.await;

/**
 * The dashboard at its size: 10,000 VMs, 100,000 containers, 1,000,000 log lines, 50,000
 * alarms ({@code -Dvms=N -Dcontainers=N -Dlogs=N -Dalarms=N}). Filling the stores takes
 * long; with {@code -Dbench.data=DIR} they are filled once and kept.
 * {@code -Dbench.part=fill} only fills them; {@code serve} and {@code browse} measure one
 * half, of all pages or of those that fit {@code -Dbench.pages=REGEX}. Each user opens
 * each page some times before it counts ({@code -Dwarm=N}), as the screen stands open all
 * day. The JVM has the options of an installation, and those of {@code -Dbench.jvm}.
 */
class DashboardBench {

    private static final Logger logger = LoggerFactory.getLogger(DashboardBench.class);

    private static final int USERS = 20;

    private static final int LAPS = Integer.getInteger("laps", 10);

    private static final int WARM = Integer.getInteger("warm", 60);

    /** Options of the JVM beside those of an installation, to look into it. */
    private static final List<String> JVM = Stream.of(System.getProperty("bench.jvm", "").split(" "))
        .filter((option) -> !option.isEmpty())
        .toList();

    private static final String PART = System.getProperty("bench.part", "");

    /** Stands for the id of the incident with a thousand alarms. */
    private static final String GREAT = "GREAT";

    /** Stands for a place in the list of all alarms with 45,000 alarms above it. */
    private static final String LATE = "LATE";

    private static final List<String> PAGES = List.of("/overview", "/inventory", "/inventory?sort=memory&page=100",
            "/inventory/" + LargeFoundation.vm(17), "/metric/vm/" + LargeFoundation.vm(17) + "?range=3h",
            "/metric/vm/" + LargeFoundation.vm(17) + "?range=7d", "/inventory/bosh", "/inventory/apps",
            "/inventory/apps/" + LargeFoundation.app(500), "/metric/app/" + LargeFoundation.app(500), "/placement",
            "/placement?q=app-4711", "/placement/map?by=state", "/placement/moves", "/alarm", "/alarm?state=all",
            "/alarm?state=all&page=190", "/alarm?state=all&after=" + LATE, "/alarm?state=all&q=vm",
            "/alarm?state=all&q=job-1", "/alarm?state=all&q=diego-cell/4710", "/alarm?state=all&sort=severity",
            "/alarm?state=all&sort=target", "/alarm?state=all&sort=value", "/alarm/statistics?period=m", "/alarm/4711",
            "/incident", "/incident?state=all", "/incident/1000", "/incident/" + GREAT, "/log?range=1d",
            "/log?q=timeout&range=1d", "/log/panel?range=3h", "/log/dead-letters", "/log/audit", "/policy", "/policy/1",
            "/policy/apps", "/scaling", "/notification", "/notification/receivers", "/notification/silences", "/runs",
            "/account/audit");

    @TempDir
    private Path temporary;

    @Test
    void servesEveryPage() throws Exception {
        String kept = System.getProperty("bench.data", "");
        Path folder = kept.isEmpty() ? this.temporary : Path.of(kept);
        try (PreparedStores stores = PreparedStores.in(folder, PreparedStores.Size.asked())) {
            if (!PART.equals("fill")) {
                measure(Files.createDirectories(folder), stores);
            }
        }
    }

    private static void measure(Path folder, PreparedStores stores) throws Exception {
        int port = FreePort.find();
        URI dashboard = URI.create("http://127.0.0.1:" + port);
        Process program = start(folder, stores, port);
        try {
            await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> {
                dashboard.resolve("/login").toURL().openStream().close();
                return true;
            });
            first(dashboard, program);
            if (!PART.equals("browse")) {
                serve(dashboard, stores, program);
            }
            if (!PART.equals("serve")) {
                browse(dashboard);
            }
            logger.info("| resident memory | {} | <= 512 MiB |", resident(program));
        }
        finally {
            program.destroy();
            program.waitFor();
        }
    }

    private static Process start(Path folder, PreparedStores stores, int port) throws Exception {
        // ends with the bench, also where that is killed
        List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JobFlags.of("dashboard"));
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BenchedDashboard.class.getName(),
                stores.now().toString(), "--server.port=" + port, "--server.address=127.0.0.1",
                // the samples of the bench grow old while it measures
                "--dashboard.inventory.silent-after=20m"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(JobFlags.ENVIRONMENT);
        stores.keys()
            .forEach((key, value) -> builder.environment()
                .put(key.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT), value));
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("dashboard.log").toFile());
        return builder.start();
    }

    /** How long the first who comes after a start waits. */
    private static void first(URI dashboard, Process program) throws Exception {
        BenchUser first = BenchUser.signIn(dashboard, PreparedStores.PASSWORD);
        Duration up = Duration.between(program.info().startInstant().orElseThrow(), Instant.now());
        long begin = System.nanoTime();
        first.open("/overview");
        logger.info("| first overview of all, {} s after the start | {} ms | |", up.toSeconds(), millisSince(begin));
    }

    private static void serve(URI dashboard, PreparedStores stores, Process program) throws Exception {
        List<BenchUser> users = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            users.add(BenchUser.signIn(dashboard, PreparedStores.PASSWORD));
        }
        String great = stores.greatIncident();
        List<String> pages = PAGES.stream()
            .filter((path) -> path.matches(System.getProperty("bench.pages", ".*")))
            .map((path) -> path.replace(GREAT, great).replace(LATE, stores.late()))
            .toList();
        for (String path : pages) {
            long begin = System.nanoTime();
            int bytes = users.get(0).open(path).length();
            logger.info("| {} first of all, {} KB unpacked | {} ms | |", path, bytes / 1000, millisSince(begin));
        }
        ExecutorService threads = Executors.newFixedThreadPool(USERS);
        try {
            for (String path : pages) {
                together(threads, users, path, WARM);
            }
            for (String path : pages) {
                Duration busy = processor(program);
                List<Long> times = together(threads, users, path, LAPS);
                double each = processor(program).minus(busy).toMillis() / (double) times.size();
                logger.info("| {} by {} users, p50 / p95 of {}; processor time of one | {} / {} ms; {} ms | <= {} ms |",
                        path, USERS, times.size(), times.get(times.size() / 2), times.get(times.size() * 95 / 100 - 1),
                        "%.1f".formatted(each), path.equals("/overview") ? 100 : 200);
            }
        }
        finally {
            threads.shutdown();
        }
    }

    /**
     * Milliseconds that a page takes, in order, when all users open it at once some
     * times.
     */
    private static List<Long> together(ExecutorService threads, List<BenchUser> users, String path, int laps)
            throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<List<Long>>> all = new ArrayList<>();
        for (BenchUser user : users) {
            Callable<List<Long>> opening = () -> {
                begin.await();
                List<Long> times = new ArrayList<>();
                for (int lap = 0; lap < laps; lap++) {
                    long start = System.nanoTime();
                    user.open(path);
                    times.add(millisSince(start));
                }
                return times;
            };
            all.add(threads.submit(opening));
        }
        begin.countDown();
        List<Long> times = new ArrayList<>();
        for (Future<List<Long>> one : all) {
            times.addAll(one.get());
        }
        Collections.sort(times);
        return times;
    }

    private static void browse(URI dashboard) throws Exception {
        BenchUser other = BenchUser.signIn(dashboard, PreparedStores.PASSWORD);
        try (BenchBrowser browser = new BenchBrowser()) {
            for (String path : List.of("/overview", "/placement", "/inventory", "/inventory/" + LargeFoundation.vm(17),
                    "/log?range=1d", "/incident/1000")) {
                // the browser's cache is cold, the dashboard has shown the page to
                // somebody before
                other.open(path);
                BenchBrowser.Seen seen = browser.open(dashboard, PreparedStores.PASSWORD, path);
                logger.info("| {} in Chromium, LCP / TBT / transferred | {} ms / {} ms / {} KB | 1500 / 150 / 250 |",
                        path, seen.largestPaint(), seen.blocked(), seen.bytes() / 1000);
            }
        }
    }

    /** Says more than a clock where others work on the machine, too. */
    private static Duration processor(Process program) {
        return program.info().totalCpuDuration().orElse(Duration.ZERO);
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
