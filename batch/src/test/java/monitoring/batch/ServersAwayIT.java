package monitoring.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import monitoring.localservers.FreePort;
import monitoring.localservers.InfluxExtension;
import monitoring.localservers.InfluxServer;
import monitoring.localservers.Mail;
import monitoring.localservers.SmtpInboxExtension;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.Severity;
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

    private static final AlarmPolicy.Timing TIMING = new AlarmPolicy.Timing(Duration.ofHours(1), Duration.ofDays(1));

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
            Desk desk = new Desk(batch);
            desk.receiver("ops", new Receiver.Scope(null, "", "", Severity.WARNING, 0), Locale.ENGLISH);
            desk.limitCpu(new Threshold(80, 90), TIMING);
            desk.report(Desk.vm("web", "10.0.1.1", 97, Instant.now().minusSeconds(2)));
            awaitSubjects("[web/0] cpu is critical");

            server.close();
            awaitSubjects("[web/0] cpu is critical", "[InfluxDB] cannot be seen");
            assertThat(desk.open()).containsExactly("InfluxDB BLIND", "web/0 CPU");

            server = InfluxServer.start(this.folder, port);
            awaitSubjects("[web/0] cpu is critical", "[InfluxDB] cannot be seen",
                    "[Recovered] [InfluxDB] cannot be seen");
            assertThat(desk.open()).containsExactly("web/0 CPU");

            mails.inbox().refuseNext(1, "451 4.7.1 greylisted");
            mails.inbox().keepNextWithoutReply(1);
            desk.limitCpu(new Threshold(98, 99), TIMING);
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

}
