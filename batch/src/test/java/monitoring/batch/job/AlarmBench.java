package monitoring.batch.job;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import monitoring.batch.BatchProgram;
import monitoring.batch.notify.AcknowledgeUrls;
import monitoring.batch.notify.MailNotifier;
import monitoring.batch.notify.MailProperties;
import monitoring.batch.notify.NotifyProperties;
import monitoring.localservers.InfluxExtension;
import monitoring.localservers.SmtpInboxExtension;
import monitoring.storage.notification.AcknowledgeLinks;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The alarm cycle: beside the store alone, by number of targets, and a storm up to the
 * last mail ({@code -Dvms=N -Dcontainers=N}).
 */
class AlarmBench {

    private static final Logger logger = LoggerFactory.getLogger(AlarmBench.class);

    private static final int VMS = Integer.getInteger("vms", 1_000);

    private static final int CONTAINERS = Integer.getInteger("containers", 10_000);

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @RegisterExtension
    static final SmtpInboxExtension mails = new SmtpInboxExtension();

    @Test
    void judgesAfterTheValuesAreFetched() {
        try (BatchProgram program = program()) {
            for (int targets : List.of(1_000, 10_000, 100_000)) {
                Night night = new Night(program);
                IntStream.range(0, targets).forEach((number) -> night.report(Night.vm("web" + number), 20));
                night.cycle();
                long begin = System.nanoTime();
                night.evaluate();
                logger.info("| {} targets, 9 policies, values at hand | {} ms |", targets, millisSince(begin));
            }
        }
    }

    @Test
    void tellsOfAStorm() {
        try (BatchProgram program = program()) {
            NotifyProperties properties = new NotifyProperties(URI.create("http://localhost:8080"), Duration.ZERO,
                    Duration.ZERO, Duration.ofMinutes(15), 5, 50, Duration.ofSeconds(10), Duration.ofHours(24),
                    Duration.ofMinutes(1), Duration.ofHours(24), URI.create("http://127.0.0.1:9"));
            MailProperties mail = new MailProperties(true, "127.0.0.1", mails.inbox().port(),
                    MailProperties.Security.NONE, "", "", "monitoring@localhost", Duration.ofSeconds(10));
            MovableClock clock = new MovableClock(Night.START);
            Night night = new Night(program, List.of(new MailNotifier(mail, properties,
                    new AcknowledgeUrls(program.bean(AcknowledgeLinks.class), properties, clock), clock)));
            night.receiver("ops", Origin.VM, 0);
            night.receiver("apps", Origin.CONTAINER, 0);
            IntStream.range(0, 2_500).forEach((number) -> night.report(Night.vm("web" + number), 95));
            IntStream.range(0, 2_500)
                .forEach((number) -> night.report(Night.container("app" + number / 5, number % 5, "10.0.9.9"), 95));
            long begin = System.nanoTime();
            night.cycle();
            logger.info("| 5000 breaches at once to the last mail | {} ms, {} mails |", millisSince(begin),
                    mails.inbox().newestFirst().size());
            assertThat(night.open()).hasSize(5_000);
        }
    }

    @Test
    void asksTheStoreAndJudges() throws Exception {
        try (BatchProgram program = program()) {
            MetricStore store = program.bean(MetricStore.class);
            store.prepare();
            write(store);
            Night night = new Night(program);
            TimedMetrics timed = new TimedMetrics(store);
            night.clock.set(Instant.now());
            for (int lap = 0; lap < 3; lap++) {
                timed.reset();
                long begin = System.nanoTime();
                int steps = night.evaluateWith(timed).size();
                long all = System.nanoTime() - begin;
                logger.info(
                        "| cycle over {} VMs and {} containers | {} ms, of it in the store {} ms, {} statements, "
                                + "{} steps; ratio {} |",
                        VMS, CONTAINERS, all / 1_000_000, timed.nanos / 1_000_000, timed.statements, steps,
                        "%.2f".formatted((double) all / timed.nanos));
            }
            logger.info("| resident memory | {} |",
                    Files.readAllLines(Path.of("/proc/self/status"))
                        .stream()
                        .filter((line) -> line.startsWith("VmRSS"))
                        .toList());
        }
    }

    private static BatchProgram program() {
        String suffix = Long.toString(System.nanoTime(), 36);
        return BatchProgram.start(BatchProgram.newDatabase(), List.of(), "batch.scheduled=false",
                "monitoring.influx.url=" + influx.url(), "monitoring.influx.databases.vm=cf_" + suffix,
                "monitoring.influx.databases.bosh=bosh_" + suffix,
                "monitoring.influx.databases.container=container_" + suffix, "monitoring.influx.timeouts.read=120s");
    }

    /** Ten minutes of points, one each half minute. */
    private static void write(MetricStore store) {
        Instant end = Instant.now().minusSeconds(1);
        for (int point = 0; point < 20; point++) {
            Instant time = end.minusSeconds(30L * point);
            List<Sample> samples = new ArrayList<>();
            for (int number = 0; number < VMS; number++) {
                MetricTarget vm = Night.vm("web" + number);
                Map.of("cpuStats.core.0", 20.0, "cpuStats.core.1", 30.0, "memoryStats.TotalMemory", 4e9,
                        "memoryStats.AvailableMemory", 3e9, "diskStats./var/vcap/data.Usage", 40.0)
                    .forEach((name, value) -> samples
                        .add(Sample.of(Measurement.VM, with(vm.tags(), Tags.METRIC_NAME, name), value, time)));
            }
            for (int number = 0; number < CONTAINERS; number++) {
                Map<String, String> tags = with(
                        with(Night.container("app" + number / 10, number % 10, "10.0.0." + number % 250).tags(),
                                Tags.CONTAINER_ID, "c" + number),
                        Tags.CONTAINER_INTERFACE, "i" + number);
                double seconds = (20 - point) * 3.0;
                samples.add(container(tags, "cpu_usage_total", seconds, time));
                samples.add(container(tags, "memory_usage", 1e8, time));
                samples.add(container(tags, "disk_usage", 1e8, time));
            }
            store.write(samples);
        }
    }

    private static Sample container(Map<String, String> tags, String name, double value, Instant time) {
        return new Sample(Measurement.CONTAINER, with(tags, Tags.NAME, name),
                Map.of(Tags.VALUE, value, Tags.APP_MEMORY, 1e9, Tags.APP_DISK, 1e9), time);
    }

    private static Map<String, String> with(Map<String, String> tags, String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(tags);
        more.put(name, value);
        return more;
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

}
