package monitoring.batch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import monitoring.batch.BatchProgram;
import monitoring.batch.notify.Outbox;
import monitoring.localservers.Mail;
import monitoring.localservers.SmtpInboxExtension;
import monitoring.storage.alarm.Silence;
import monitoring.storage.alarm.SilenceStore;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.policy.Severity;
import monitoring.storage.policy.Threshold;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingEvent.Outcome;
import monitoring.storage.scaling.ScalingStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is told that an app was scaled, and by which mail. */
class ToldScalingTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @RegisterExtension
    static final SmtpInboxExtension mails = new SmtpInboxExtension();

    private BatchProgram batch;

    @BeforeEach
    void start() {
        mails.inbox().clear();
        this.batch = BatchProgram.atRest("batch.mail.port=" + mails.inbox().port());
        NotificationStore notifications = this.batch.bean(NotificationStore.class);
        notifications.receivers().forEach((seed) -> notifications.deleteReceiver(seed.id()));
        this.batch.bean(InventoryStore.class)
            .replaceApps(List.of(new App("guid", "shop", "dev", "acme", 2)), List.of(), NOON);
        receiver("wants", "acme / dev", true);
        receiver("wants-others", "umbrella / dev", true);
        receiver("alarms-only", "", false);
        this.batch.bean(PolicyStore.class)
            .save(new AppAlarmPolicy("guid", new Threshold(80, 90), new Threshold(80, 90), Duration.ofMinutes(10),
                    "owner@example.org", true, true), "test");
    }

    @AfterEach
    void stop() {
        this.batch.close();
    }

    private void receiver(String name, String deployment, boolean scaling) {
        Receiver.Scope scope = new Receiver.Scope(null, deployment, "", Severity.WARNING, 0);
        this.batch.bean(NotificationStore.class)
            .save(new Receiver("", name, Receiver.Channel.MAIL, name + "@example.org", "",
                    scaling ? scope.withScaling() : scope,
                    new Receiver.Style(Locale.ENGLISH, Receiver.Style.DEFAULT.zone(), 0), true), "test");
    }

    @Test
    void tellsTheOwnerAndWhoWantsToKnowOnce() {
        known("d1", Outcome.SCALED, 0);
        known("d1", Outcome.SCALED, 0);
        send();
        send();
        assertThat(mails.inbox().newestFirst()).extracting(Mail::subject)
            .containsExactlyInAnyOrder("[shop] scaled out from 2 to 3 instances", "[shop] App 인스턴스 자동 확장 2개에서 3개로");
        assertThat(mails.inbox().newestFirst()).extracting((mail) -> String.valueOf(mail.text()))
            .anySatisfy((text) -> assertThat(text).contains("CPU of shop was 91.50%", "acme / dev"));
        assertThat(outbox()).extracting((one) -> one.delivery().state()).containsOnly(Notification.State.SENT);
    }

    @Test
    void keepsThatNobodyWantsToKnow() {
        NotificationStore notifications = this.batch.bean(NotificationStore.class);
        notifications.receivers().forEach((receiver) -> notifications.deleteReceiver(receiver.id()));
        this.batch.bean(PolicyStore.class)
            .save(new AppAlarmPolicy("guid", new Threshold(80, 90), new Threshold(80, 90), Duration.ofMinutes(10),
                    "owner@example.org", false, true), "test");
        known("d1", Outcome.SCALED, 0);
        send();
        assertThat(mails.inbox().newestFirst()).isEmpty();
        assertThat(outbox()).singleElement()
            .satisfies((one) -> assertThat(one.delivery().detail()).isEqualTo("no receiver for scaling"));
    }

    @Test
    void tellsOnceOfAServerThatGoesOnSayingNo() {
        known("d1", Outcome.FAILED, 0);
        known("d2", Outcome.UNKNOWN, 30);
        known("d3", Outcome.REJECTED, 60);
        known("d4", Outcome.SCALED, 90);
        known("d5", Outcome.NOOP, 120);
        known("d6", Outcome.FAILED, 150);
        assertThat(outbox()).extracting(Notification::step)
            .containsExactlyInAnyOrder("d1", "d1", "d4", "d4", "d6", "d6");
    }

    @Test
    void tellsAgainEachHourOfAPolicyThatNeverGetsThrough() {
        for (int minute = 0; minute <= 150; minute += 10) {
            known("d" + minute, Outcome.REJECTED, minute * 60);
        }
        // the load was low for a night, and nothing was asked
        known("d900", Outcome.REJECTED, 900 * 60);
        assertThat(outbox()).extracting(Notification::step)
            .containsExactlyInAnyOrder("d0", "d0", "d60", "d60", "d120", "d120", "d900", "d900");
        send();
        assertThat(mails.inbox().newestFirst()).extracting((mail) -> String.valueOf(mail.text()))
            .anySatisfy((text) -> assertThat(text).contains("not scaled out", "and 3 more"));
    }

    @Test
    void putsWhatIsDueTogetherIntoOneMail() {
        known("d1", Outcome.SCALED, 0);
        known("d2", Outcome.SCALED, 600);
        send();
        assertThat(mails.inbox().newestFirst()).extracting(Mail::subject)
            .hasSize(2)
            .contains("[shop] scaled out from 2 to 3 instances and 1 more");
    }

    @Test
    void tellsNobodyWhileTheAppIsSilenced() {
        Instant now = Instant.now();
        this.batch.bean(SilenceStore.class)
            .save(new Silence("", new Silence.Matcher(Origin.APP, null, "acme / dev", "", ""), now.minusSeconds(60),
                    now.plusSeconds(600), "", "load test", "kim"));
        known("d1", Outcome.SCALED, 0);
        send();
        assertThat(mails.inbox().newestFirst()).isEmpty();
        assertThat(outbox()).hasSize(2)
            .allSatisfy((one) -> assertThat(one.delivery().detail()).contains("silenced by kim", "load test"));
    }

    private void known(String id, Outcome outcome, int seconds) {
        ScalingDecision decision = new ScalingDecision(id, "guid", "shop", ScalingDecision.Action.OUT, Resource.CPU,
                91.5, 80, 2, 3, NOON.plusSeconds(seconds));
        this.batch.bean(ToldScaling.class)
            .known(new ScalingEvent(decision, outcome, 200, "", NOON.plusSeconds(seconds)));
        assertThat(this.batch.bean(ScalingStore.class).find(id)).isPresent();
    }

    private void send() {
        Outbox outbox = this.batch.bean(Outbox.class);
        outbox.due().forEach(outbox::deliver);
    }

    private List<Notification> outbox() {
        return this.batch.bean(NotificationStore.class).list(new PageRequest(0, 100)).items();
    }

}
