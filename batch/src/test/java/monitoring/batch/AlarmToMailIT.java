package monitoring.batch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import monitoring.localservers.InfluxExtension;
import monitoring.localservers.Mail;
import monitoring.localservers.SmtpInboxExtension;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.notification.MessageText;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.Severity;
import monitoring.storage.policy.Threshold;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The alarm's way on real servers: points in InfluxDB, rows in SQL, mails in the inbox.
 */
class AlarmToMailIT {

    private static final AlarmPolicy.Timing TIMING = new AlarmPolicy.Timing(Duration.ofMinutes(10), Duration.ofDays(1));

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @RegisterExtension
    static final SmtpInboxExtension mails = new SmtpInboxExtension();

    @Test
    void raisesTellsAndResolvesByItself() throws Exception {
        try (BatchProgram batch = start()) {
            Desk desk = new Desk(batch);
            desk.receiver("admin-ko", Receiver.Scope.of(Origin.VM), Locale.KOREAN);
            desk.receiver("admin-en", Receiver.Scope.of(Origin.VM), Locale.ENGLISH);
            desk.limitCpu(new Threshold(80, 90), TIMING);
            desk.report(Desk.vm("web-a", "10.0.1.1", 97, Instant.now().minusSeconds(2)));
            desk.report(Desk.vm("db-b", "10.0.1.2", 12, Instant.now().minusSeconds(2)));
            List<Mail> raised = await(2);
            assertRaised(batch, raised);

            desk.limitCpu(new Threshold(98, 99), TIMING);
            List<Mail> all = await(4);
            assertRecovered(batch, raised, all);
            assertHealthy(batch);
        }
    }

    private void assertRaised(BatchProgram batch, List<Mail> raised) {
        assertThat(raised).extracting(Mail::to)
            .containsExactlyInAnyOrder("admin-ko@example.org", "admin-en@example.org");
        Mail korean = to(raised, "admin-ko@example.org");
        assertThat(korean.subject()).isEqualTo("[web-a/0]의 cpu 상태 [critical]");
        assertThat(korean.html()).contains("임계치인 90.00%").contains("발생 시간");
        Mail english = to(raised, "admin-en@example.org");
        assertThat(english.subject()).isEqualTo("[web-a/0] cpu is critical");
        assertThat(english.from()).isEqualTo("PaaS Monitoring <monitoring@localhost>");
        assertThat(english.messageId()).startsWith("<notification-");
        assertThat(english.date()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(english.text()).contains("CPU of web-a/0 is 97.00%, at or over the limit of 90.00%");
        assertKept(batch, english);
        List<Alarm> open = batch.bean(AlarmStore.class).open();
        assertThat(open).singleElement().satisfies((alarm) -> {
            assertThat(alarm.state()).isEqualTo(AlarmState.RAISED);
            assertThat(alarm.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(alarm.incidentId()).isNotNull();
            assertThat(alarm.progress().notifiedAt()).isNotNull();
        });
        assertThat(batch.bean(IncidentStore.class).open()).extracting(Incident::rootAlarmId)
            .containsExactly(open.get(0).id());
    }

    /** What was sent is kept, without what would let any reader take the alarm. */
    private static void assertKept(BatchProgram batch, Mail mail) {
        NotificationStore outbox = batch.bean(NotificationStore.class);
        MessageText kept = Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> outbox.list(new PageRequest(0, 50))
                .items()
                .stream()
                .filter((row) -> row.delivery().messageId().equals(mail.messageId()))
                .flatMap((row) -> outbox.text(row).stream())
                .findFirst(), Optional::isPresent)
            .orElseThrow();
        assertThat(mail.text()).contains("/alarm/link/");
        assertThat(kept.title()).isEqualTo(mail.subject());
        assertThat(kept.body().strip())
            .isEqualToNormalizingNewlines(mail.text().strip().replaceAll("http\\S+/alarm/link/\\S+", "(…)"));
    }

    private void assertRecovered(BatchProgram batch, List<Mail> raised, List<Mail> all) {
        Mail recovery = to(all.stream().filter((mail) -> !raised.contains(mail)).toList(), "admin-en@example.org");
        assertThat(recovery.subject()).isEqualTo("[Recovered] [web-a/0] cpu is critical");
        assertThat(recovery.inReplyTo()).isEqualTo(to(raised, "admin-en@example.org").messageId());
        assertThat(batch.bean(AlarmStore.class).open()).isEmpty();
        assertThat(batch.bean(IncidentStore.class).open()).isEmpty();
        Alarm over = batch.bean(AlarmStore.class).resolvedSince(Instant.now().minusSeconds(60)).get(0);
        assertThat(batch.bean(AlarmStore.class).events(over.id())).extracting(AlarmEvent::type)
            .containsExactly(AlarmEvent.Type.RAISED, AlarmEvent.Type.RECOVERED);
    }

    private static void assertHealthy(BatchProgram batch) throws Exception {
        URI health = URI.create("http://127.0.0.1:" + batch.port() + "/actuator/health");
        String answer = HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
            .body();
        assertThat(answer).contains("\"status\":\"UP\"");
    }

    private static BatchProgram start() {
        return BatchProgram.start(BatchProgram.ownMetrics("monitoring.influx.url=" + influx.url(),
                "batch.mail.port=" + mails.inbox().port(), "batch.alarm.interval=1s", "batch.inventory.interval=5s",
                "batch.scaling.interval=5s", "batch.notification.interval=1s"));
    }

    private static List<Mail> await(int count) {
        return Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> mails.inbox().newestFirst(), (inbox) -> inbox.size() >= count);
    }

    private static Mail to(List<Mail> mails, String address) {
        return mails.stream().filter((mail) -> address.equals(mail.to())).findFirst().orElseThrow();
    }

}
