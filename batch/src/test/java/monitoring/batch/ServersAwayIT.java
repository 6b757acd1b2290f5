package monitoring.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import monitoring.localservers.FreePort;
import monitoring.localservers.InfluxExtension;
import monitoring.localservers.InfluxServer;
import monitoring.localservers.Mail;
import monitoring.localservers.SmtpInboxExtension;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
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
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * InfluxDB goes and comes back, and the mail server says no, not now, or nothing at all.
 */
class ServersAwayIT {

    @RegisterExtension // for its check that influxd is installed
    static final InfluxExtension influx = new InfluxExtension();

    @RegisterExtension
    static final SmtpInboxExtension mails = new SmtpInboxExtension();

    @TempDir
    private Path folder;

    @Test
    void neitherRaisesNorResolvesAndCatchesUp() {
        int port = FreePort.find();
        InfluxServer server = InfluxServer.start(this.folder, port);
        try (BatchProgram batch = start(port)) {
            prepare(batch);
            report(batch);
            awaitSubjects("[web/0] cpu is critical");

            server.close();
            awaitSubjects("[web/0] cpu is critical", "[InfluxDB] cannot be seen");
            assertThat(open(batch)).containsExactly("InfluxDB BLIND", "web/0 CPU");

            server = InfluxServer.start(this.folder, port);
            awaitSubjects("[web/0] cpu is critical", "[InfluxDB] cannot be seen",
                    "[Recovered] [InfluxDB] cannot be seen");
            assertThat(open(batch)).containsExactly("web/0 CPU");

            mails.inbox().refuseNext(1, "451 4.7.1 greylisted");
            mails.inbox().keepNextWithoutReply(1);
            policy(batch, new Threshold(98, 99));
            awaitSubjects("[web/0] cpu is critical", "[InfluxDB] cannot be seen",
                    "[Recovered] [InfluxDB] cannot be seen", "[Recovered] [web/0] cpu is critical");
            Awaitility.await()
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(recoveries()).hasSize(1));
        }
        finally {
            server.close();
        }
    }

    /** What was sent again because nobody knew bears the same id. */
    private static List<String> recoveries() {
        return mails.inbox()
            .newestFirst()
            .stream()
            .filter((mail) -> "[Recovered] [web/0] cpu is critical".equals(mail.subject()))
            .map(Mail::messageId)
            .distinct()
            .toList();
    }

    private static List<String> open(BatchProgram batch) {
        List<String> open = new ArrayList<>();
        for (Alarm alarm : batch.bean(AlarmStore.class).open()) {
            open.add(alarm.target().name() + " " + alarm.resource());
        }
        open.sort(null);
        return open;
    }

    private static void awaitSubjects(String... subjects) {
        Awaitility.await()
            .dontCatchUncaughtExceptions()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> assertThat(mails.inbox().newestFirst().stream().map(Mail::subject).distinct().toList())
                .containsExactlyInAnyOrder(subjects));
    }

    private static BatchProgram start(int port) {
        return BatchProgram.start(BatchProgram.newDatabase(), List.of(),
                "monitoring.influx.url=http://127.0.0.1:" + port, "batch.mail.port=" + mails.inbox().port(),
                "batch.mail.timeout=2s", "batch.alarm.interval=1s", "batch.notification.interval=1s",
                "batch.evaluate.dead-after=1h", "batch.evaluate.logs-dead-after=0s", "batch.notify.retry-delay=1s");
    }

    private static void prepare(BatchProgram batch) {
        batch.bean(MetricStore.class).prepare();
        NotificationStore notifications = batch.bean(NotificationStore.class);
        notifications.receivers().forEach((seed) -> notifications.deleteReceiver(seed.id()));
        notifications.save(new Receiver("", "ops", Receiver.Channel.MAIL, "ops@example.org", "",
                new Receiver.Scope(null, "", "", monitoring.storage.policy.Severity.WARNING, 0),
                new Receiver.Style(Locale.ENGLISH, Receiver.Style.DEFAULT.zone(), 0), true), "test");
        policy(batch, new Threshold(80, 90));
    }

    private static void policy(BatchProgram batch, Threshold threshold) {
        PolicyStore policies = batch.bean(PolicyStore.class);
        policies.alarmPolicies()
            .valid()
            .stream()
            .filter((policy) -> policy.origin() == Origin.VM && policy.resource() == Resource.CPU)
            .forEach((policy) -> policies.save(new AlarmPolicy(policy.id(), policy.origin(), policy.resource(), "",
                    threshold, new AlarmPolicy.Timing(Duration.ofHours(1), Duration.ofDays(1)),
                    new AlarmPolicy.Damping(0, 1, 1), ""), "test"));
    }

    private static void report(BatchProgram batch) {
        Instant time = Instant.now().minusSeconds(2);
        List<Sample> samples = new ArrayList<>();
        Map.of("cpuStats.core.0", 97.0, "memoryStats.TotalMemory", 4e9, "memoryStats.AvailableMemory", 3e9)
            .forEach(
                    (metric, value) -> samples
                        .add(Sample.of(
                                Measurement.VM, Map.of(Tags.ORIGIN, "web", Tags.ID, "web-guid", Tags.IP, "10.0.1.1",
                                        Tags.INDEX, "0", Tags.DEPLOYMENT, "cf", Tags.METRIC_NAME, metric),
                                value, time)));
        batch.bean(MetricStore.class).write(samples);
    }

}
