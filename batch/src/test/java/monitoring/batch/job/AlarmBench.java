package monitoring.batch.job;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import monitoring.batch.BatchProgram;
import monitoring.batch.notify.AcknowledgeUrls;
import monitoring.batch.notify.MailNotifier;
import monitoring.batch.notify.MailProperties;
import monitoring.batch.notify.NotifyProperties;
import monitoring.localservers.HandClock;
import monitoring.localservers.InfluxExtension;
import monitoring.localservers.SmtpInboxExtension;
import monitoring.storage.notification.AcknowledgeLinks;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.policy.Threshold;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The alarm cycle without its store: by number of targets and of policies, up to the
 * mail, and a storm up to the last mail.
 */
class AlarmBench {

    private static final Logger logger = LoggerFactory.getLogger(AlarmBench.class);

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @RegisterExtension
    static final SmtpInboxExtension mails = new SmtpInboxExtension();

    @Test
    void growsWithTheNumberOfTargets() {
        try (BatchProgram program = program()) {
            double last = 0;
            for (int targets : List.of(1_000, 10_000, 100_000)) {
                Night night = new Night(program);
                IntStream.range(0, targets).forEach((number) -> night.report(Night.vm("web" + number), 20));
                night.cycle();
                double millis = bestOf(night, 20);
                String growth = (last > 0) ? ", %.1f times as long".formatted(millis / last) : "";
                row("%,d targets judged, 9 policies, values at hand".formatted(targets),
                        "%.1f ms%s".formatted(millis, growth), "at most 10 times as long");
                last = millis;
            }
        }
    }

    @Test
    void judgesAThousandPoliciesOfAThousandTargetsEach() {
        try (BatchProgram program = program()) {
            Night night = new Night(program);
            PolicyStore policies = program.bean(PolicyStore.class);
            IntStream.range(0, 1_000)
                .forEach((number) -> policies.save(new AlarmPolicy("", Origin.VM, Resource.CPU, "cf" + number,
                        new Threshold(80, 90), new AlarmPolicy.Timing(Duration.ofMinutes(10), Duration.ofMinutes(10)),
                        AlarmPolicy.Damping.DEFAULT, ""), "bench"));
            IntStream.range(0, 1_000_000)
                .forEach((number) -> night.report(new MetricTarget(Origin.VM,
                        Map.of(Tags.ID, "web" + number, Tags.DEPLOYMENT, "cf" + number / 1_000)), 20));
            night.cycle();
            row("1,000 policies x 1,000 targets judged after the values are fetched",
                    "%.2f s".formatted(bestOf(night, 3) / 1000), "<= 1.0 s");
        }
    }

    /** Milliseconds of a cycle less those in the store, warm. */
    private static double bestOf(Night night, int laps) {
        TimedMetrics timed = new TimedMetrics(night.metrics);
        double best = Double.MAX_VALUE;
        for (int lap = 0; lap < laps; lap++) {
            timed.reset();
            long begin = System.nanoTime();
            night.evaluateWith(timed);
            best = Math.min(best, (System.nanoTime() - begin - timed.nanos) / 1e6);
        }
        return best;
    }

    @Test
    void tellsOfAStorm() {
        try (BatchProgram program = program()) {
            NotifyProperties properties = new NotifyProperties(URI.create("http://localhost:8080"), Duration.ZERO,
                    Duration.ZERO, Duration.ofMinutes(15), 5, 50, Duration.ofSeconds(10), Duration.ofHours(24),
                    Duration.ofMinutes(1), Duration.ofHours(24), URI.create("http://127.0.0.1:9"));
            MailProperties mail = new MailProperties(true, "127.0.0.1", mails.inbox().port(),
                    MailProperties.Security.NONE, "", "", "monitoring@localhost", Duration.ofSeconds(10));
            HandClock clock = new HandClock(Night.START);
            Night night = new Night(program, List.of(new MailNotifier(mail, properties,
                    new AcknowledgeUrls(program.bean(AcknowledgeLinks.class), properties, clock), clock)));
            night.receiver("ops", Origin.VM, 0);
            night.receiver("apps", Origin.CONTAINER, 0);
            IntStream.range(0, 2_500).forEach((number) -> night.report(Night.vm("web" + number), 95));
            IntStream.range(0, 2_500)
                .forEach((number) -> night.report(Night.container("app" + number / 5, number % 5, "10.0.9.9"), 95));
            long begin = System.nanoTime();
            night.cycle();
            row("5,000 breaches at once to the last mail",
                    "%.1f s, %d mails".formatted(millisSince(begin) / 1000.0, mails.inbox().newestFirst().size()),
                    "<= 30 s, <= 20 mails");
            assertThat(night.open()).hasSize(5_000);
        }
    }

    @Test
    void tellsInTime() throws Exception {
        Duration interval = Duration.ofSeconds(10);
        try (BatchProgram program = BatchProgram.start(BatchProgram.ownMetrics("monitoring.influx.url=" + influx.url(),
                "batch.mail.port=" + mails.inbox().port(), "batch.alarm.interval=" + interval))) {
            MetricStore store = program.bean(MetricStore.class);
            store.prepare();
            program.bean(NotificationStore.class)
                .save(new Receiver("", "night", Receiver.Channel.MAIL, "night@example.org", "",
                        Receiver.Scope.of(Origin.VM), Receiver.Style.DEFAULT, true), "bench");
            long slowest = Math.max(millisToMail(store, "late0"), millisToMail(store, "late1"));
            row("breach on the wire to mail in the inbox, slower of 2, interval " + interval.toSeconds() + " s",
                    "%.1f s".formatted(slowest / 1000.0), "<= 12 s");
            // these make one incident of the first two, whose mails are at least a minute
            // apart
            slowest = Math.max(millisToMail(store, "late2"), millisToMail(store, "late3"));
            row("the third and fourth of the same resource within 10 min, slower of 2",
                    "%.1f s".formatted(slowest / 1000.0), "<= 12 s + group-interval of 60 s");
        }
    }

    private static long millisToMail(MetricStore store, String name) {
        long begin = System.nanoTime();
        store.write(List.of(
                Sample.of(Measurement.VM, with(Night.vm(name).tags(), Tags.METRIC_NAME, "memoryStats.TotalMemory"), 4e9,
                        Instant.now().minusMillis(500)),
                Sample.of(Measurement.VM, with(Night.vm(name).tags(), Tags.METRIC_NAME, "cpuStats.core.0"), 97,
                        Instant.now().minusMillis(500))));
        Awaitility.await()
            .pollInterval(Duration.ofMillis(50))
            .atMost(Duration.ofMinutes(2))
            .until(() -> mails.inbox().newestFirst().stream().anyMatch((mail) -> mail.toString().contains(name)));
        return millisSince(begin);
    }

    private static BatchProgram program() {
        return BatchProgram.start(BatchProgram.ownMetrics("monitoring.influx.url=" + influx.url(),
                "batch.scheduled=false", "monitoring.influx.timeouts.read=120s"));
    }

    private static Map<String, String> with(Map<String, String> tags, String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(tags);
        more.put(name, value);
        return more;
    }

    private static void row(String what, String figure, String goal) {
        logger.info("| {} | {} | {} |", what, figure, goal);
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

}
