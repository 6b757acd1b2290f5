package monitoring.batch.job;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.batch.notify.AcknowledgeUrls;
import monitoring.batch.notify.MailNotifier;
import monitoring.batch.notify.MailProperties;
import monitoring.batch.notify.NotifyProperties;
import monitoring.localservers.HandClock;
import monitoring.localservers.Mail;
import monitoring.localservers.SmtpInbox;
import monitoring.localservers.SmtpInboxExtension;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.AcknowledgeLink;
import monitoring.storage.notification.AcknowledgeLinks;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Mails to a server that fails in the ways mail servers fail, in virtual time. */
class MailFaultsIT {

    @RegisterExtension
    static final SmtpInboxExtension mails = new SmtpInboxExtension();

    @RegisterExtension
    static final Nights nights = new Nights();

    private Night night;

    private SmtpInbox inbox;

    @BeforeEach
    void begin() {
        this.inbox = mails.inbox();
        this.inbox.clear();
        NotifyProperties notify = Nights.notifyBy("http://monitoring.example.org/");
        MailProperties mail = new MailProperties(true, "127.0.0.1", this.inbox.port(), MailProperties.Security.NONE, "",
                "", "monitoring@localhost", Duration.ofSeconds(10));
        HandClock clock = new HandClock(Night.START);
        AcknowledgeUrls links = new AcknowledgeUrls(nights.program().bean(AcknowledgeLinks.class), notify, clock);
        this.night = nights.begin(new MailNotifier(mail, notify, links, clock));
        this.night.receiver("ops", Origin.VM, 0);
    }

    @Test
    void isToldOnceByAServerThatGreylists() {
        this.inbox.refuseRecipient("ops@example.org", "451 4.7.1 greylisted, come back");
        this.night.play(Night.filled(2, 91), "web1");
        assertThat(delivery().detail()).contains("451 4.7.1 greylisted, come back");
        assertThat(delivery().state()).isEqualTo(State.QUEUED);
        this.inbox.clear();
        this.night.play(Night.filled(4, 91), "web1");
        assertThat(subjects()).containsExactly("[web1/0] cpu is critical");
        assertThat(delivery().state()).isEqualTo(State.SENT);
    }

    @Test
    void triesAgainLaterAndLaterAndKeepsEachAnswer() {
        this.inbox.refuseNext(3, "452 4.3.1 disk full");
        this.night.play(new double[] { 91 }, "web1");
        Duration first = pause();
        this.night.play(new double[] { 91 }, "web1");
        assertThat(pause()).isEqualTo(first.multipliedBy(2));
        this.night.play(Night.filled(4, 91), "web1");
        assertThat(subjects()).hasSize(1);
        assertThat(delivery().attempts()).isEqualTo(4);
        assertThat(delivery().detail().lines()).hasSize(4);
        assertThat(delivery().detail()).contains("452 4.3.1 disk full").contains("250");
    }

    @Test
    void sendsTheSameMailAgainWhenTheServerDropsBeforeItAnswers() {
        this.inbox.keepNextWithoutReply(1);
        this.night.play(Night.filled(3, 91), "web1");
        List<Mail> both = this.inbox.newestFirst();
        assertThat(both).hasSize(2);
        assertThat(both.get(0).messageId()).isEqualTo(both.get(1).messageId());
        assertThat(delivery().state()).isEqualTo(State.SENT);
    }

    @Test
    void raisesAnAlarmForTheOthersWhenItGivesUpAndEndsItWithTheNextMail() {
        this.night.receiver("boss", Origin.CONTAINER, 0);
        this.inbox.refuseNext(1, "554 5.7.1 never from you");
        this.night.play(Night.filled(3, 91), "web1");
        assertThat(delivery().state()).isEqualTo(State.GIVEN_UP);
        assertThat(this.night.open()).contains("ops NOTIFICATION RAISED FAIL");
        assertThat(this.inbox.newestFirst()).extracting(Mail::to, Mail::subject)
            .containsExactly(tuple("boss@example.org", "[ops] cannot be told"));
        assertThat(this.night.alarms.events(undelivered().id())).extracting(AlarmEvent::detail)
            .first()
            .asString()
            .contains("554 5.7.1 never from you");
        this.night.play(Night.filled(3, 91), "web1", "db2");
        assertThat(this.night.open()).doesNotContain("ops NOTIFICATION RAISED FAIL");
        assertThat(subjects()).contains("[Recovered] [ops] cannot be told", "[db2/0] cpu is critical");
        assertThat(this.night.incidents.open()).noneMatch((one) -> one.groupKey().startsWith("receiver:"));
    }

    @Test
    void doesNotGoRoundInCirclesWhenNobodyCanBeTold() {
        this.night.receiver("boss", null, 0);
        this.inbox.refuseRecipient("ops@example.org", "550 5.1.1 no such user");
        this.inbox.refuseRecipient("boss@example.org", "550 5.1.1 no such user");
        this.night.play(Night.filled(10, 91), "web1");
        assertThat(this.night.alarms.open()).filteredOn((alarm) -> alarm.resource() == Resource.NOTIFICATION)
            .extracting((alarm) -> alarm.target().name())
            .containsExactlyInAnyOrder("ops", "boss");
        int rows = this.night.outbox().size();
        this.night.play(Night.filled(10, 91), "web1");
        assertThat(this.night.outbox()).hasSize(rows)
            .allSatisfy((one) -> assertThat(one.delivery().state()).isIn(State.GIVEN_UP, State.SUPPRESSED));
        assertThat(this.inbox.newestFirst()).isEmpty();
    }

    @Test
    void givesUpAfterTheTimeIsOver() {
        this.night.receiver("boss", Origin.CONTAINER, 0);
        this.inbox.refuseRecipient("ops@example.org", "451 4.7.1 later");
        this.night.play(Night.filled(2, 91), "web1");
        assertThat(delivery().state()).isEqualTo(State.QUEUED);
        this.night.clock.forward(Duration.ofHours(25));
        this.night.play(Night.filled(2, 91), "web1");
        assertThat(delivery().state()).isEqualTo(State.GIVEN_UP);
        assertThat(this.night.open()).contains("ops NOTIFICATION RAISED FAIL");
    }

    @Test
    void carriesALinkThatStandsForTheMailAndItsReceiver() {
        this.night.play(Night.filled(2, 91), "web1");
        Mail mail = this.inbox.newestFirst().get(0);
        Matcher link = Pattern.compile("http://monitoring.example.org/alarm/link/(\\S+)\\?lang=en")
            .matcher(mail.text());
        assertThat(link.find()).isTrue();
        assertThat(mail.html()).contains(link.group(1));
        AcknowledgeLink read = nights.program().bean(AcknowledgeLinks.class).read(link.group(1)).orElseThrow();
        assertThat(read.messageId()).isEqualTo(mail.messageId());
        assertThat(this.night.notifications.receiver(read.receiverId())).get()
            .satisfies((receiver) -> assertThat(receiver.name()).isEqualTo("ops"));
        assertThat(read.isExpiredAt(this.night.clock.instant())).isFalse();
        assertThat(read.isExpiredAt(this.night.clock.instant().plus(Duration.ofHours(24)))).isTrue();
        this.night.play(Night.filled(3, 20), "web1");
        assertThat(this.inbox.newestFirst().get(0).text()).contains("[Recovered]").doesNotContain("/alarm/link/");
    }

    @Test
    void tellsTheOthersWhoIsOnItButNotTheOneWhoIs() {
        this.night.receiver("boss", null, 0);
        this.night.play(new double[] { 91 }, "web1");
        this.inbox.clear();
        Alarm alarm = this.night.alarms.open().get(0);
        this.night.decide(AlarmState.ACKNOWLEDGED);
        this.night.alarms.append(new AlarmEvent(alarm.id(), AlarmEvent.Type.ACKNOWLEDGED, alarm.severity(), 91, "ops",
                this.night.clock.instant(), ""));
        this.night.play(Night.filled(2, 91), "web1");
        assertThat(this.inbox.newestFirst()).singleElement().satisfies((mail) -> {
            assertThat(mail.to()).isEqualTo("boss@example.org");
            assertThat(mail.text()).contains("ops is on it.").doesNotContain("/alarm/link/");
        });
        assertThat(this.night.outbox()).extracting((one) -> one.delivery().detail()).contains("ops did it");
    }

    private Duration pause() {
        return Duration.between(this.night.clock.instant().minus(Duration.ofSeconds(30)), delivery().dueAt());
    }

    private Notification first() {
        return this.night.outbox()
            .stream()
            .min(Comparator.comparingLong((one) -> Long.parseLong(one.id())))
            .orElseThrow();
    }

    private Notification.Delivery delivery() {
        return first().delivery();
    }

    private Alarm undelivered() {
        return this.night.alarms.open()
            .stream()
            .filter((alarm) -> alarm.resource() == Resource.NOTIFICATION)
            .findFirst()
            .orElseThrow();
    }

    private List<String> subjects() {
        return this.inbox.newestFirst().stream().map(Mail::subject).toList();
    }

}
