package monitoring.storage.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import monitoring.storage.metric.Origin;
import monitoring.storage.notification.MessageText;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every notification store does. */
abstract class NotificationStoreContract {

    private static final Instant START = AlarmStoreContract.START;

    abstract SqlStores stores();

    private NotificationStore notifications() {
        return stores().notifications();
    }

    private static Notification notification(@Nullable String alarm, String receiver, String step, Instant at) {
        return new Notification("", "3", alarm, receiver, Reason.RAISED, step, Notification.Delivery.queued(at), at);
    }

    @Test
    void takesEachNotificationOnce() {
        assertThat(notifications().enqueue(notification("1", "r", "a", START))).isTrue();
        assertThat(notifications().enqueue(notification("1", "r", "a", START.plusSeconds(1)))).isFalse();
        assertThat(notifications().enqueue(notification("1", "r", "b", START))).isTrue();
        assertThat(notifications().enqueue(notification("1", "s", "a", START))).isTrue();
        assertThat(notifications().enqueue(notification(null, "r", "a", START))).isTrue();
        assertThat(notifications().enqueue(notification(null, "r", "a", START))).isFalse();
        assertThat(notifications().list(new PageRequest(0, 10)).total()).isEqualTo(4);
    }

    @Test
    void listsThoseOfAStateAndOfAReceiverNewestFirst() {
        notifications().enqueue(notification("1", "r", "a", START));
        notifications().enqueue(notification("2", "s", "a", START.plusSeconds(1)));
        notifications().enqueue(Notification.test("r", "kim", START.plusSeconds(2)));
        PageRequest page = new PageRequest(0, 10);
        assertThat(notifications().list(null, "r", page).items()).extracting(Notification::by)
            .containsExactly("kim", "");
        assertThat(notifications().list(Notification.State.QUEUED, "s", page).total()).isOne();
        assertThat(notifications().list(Notification.State.SENT, "", page).total()).isZero();
        assertThat(notifications().list(Notification.State.QUEUED, "", page).total()).isEqualTo(3);
    }

    @Test
    void givesTheLastOfAnIncident() {
        notifications().enqueue(notification("1", "r", "a", START));
        notifications().enqueue(notification("2", "r", "a", START.plusSeconds(1)));
        assertThat(notifications().ofIncident("3")).extracting(Notification::alarmId).containsExactly("1", "2");
        assertThat(notifications().ofIncident("3", 9)).extracting(Notification::alarmId).containsExactly("2", "1");
        assertThat(notifications().ofIncident("3", 1)).extracting(Notification::alarmId).containsExactly("2");
        assertThat(notifications().ofIncident("4", 9)).isEmpty();
    }

    @Test
    void letsTheCallerGoOnAfterAKnownNotification() {
        notifications().enqueue(notification("1", "r", "a", START));
        stores().transactions().executeWithoutResult((status) -> {
            assertThat(notifications().enqueue(notification("1", "r", "a", START))).isFalse();
            assertThat(notifications().enqueue(notification("2", "r", "a", START))).isTrue();
        });
        assertThat(notifications().list(new PageRequest(0, 10)).total()).isEqualTo(2);
    }

    @Test
    void givesWhatIsDueOldestFirst() {
        notifications().enqueue(notification("2", "r", "a", START.plusSeconds(10)));
        notifications().enqueue(notification("1", "r", "a", START));
        notifications().enqueue(notification("3", "r", "a", START.plusSeconds(60)));
        assertThat(notifications().due(START.plusSeconds(10), 10)).extracting(Notification::alarmId)
            .containsExactly("1", "2");
        assertThat(notifications().due(START.plusSeconds(10), 1)).hasSize(1);
        assertThat(notifications().due(START.minusSeconds(1), 10)).isEmpty();
    }

    @Test
    void keepsWhatBecameOfANotification() {
        notifications().enqueue(notification("1", "r", "a", START));
        Notification queued = notifications().due(START, 1).get(0);
        Notification sent = queued.with(new Notification.Delivery(Notification.State.SENT, 2, START,
                START.plusSeconds(3), "<1@monitoring>", "250 OK"));
        notifications().update(sent);
        assertThat(notifications().ofAlarm("1")).containsExactly(sent);
        assertThat(notifications().ofIncident("3")).containsExactly(sent);
        assertThat(notifications().ofIncident("4")).isEmpty();
        assertThat(notifications().ofMessage("<1@monitoring>", "r")).containsExactly(sent);
        assertThat(notifications().ofMessage("<1@monitoring>", "s")).isEmpty();
        assertThat(notifications().due(START.plusSeconds(100), 10)).isEmpty();
        assertThat(notifications().sentSince("r", START)).isOne();
        assertThat(notifications().sentSince("r", START.plusSeconds(4))).isZero();
    }

    @Test
    void keepsWhatAMessageSaidToAllThatItTold() {
        notifications().enqueue(notification("1", "r", "a", START));
        notifications().enqueue(notification("2", "r", "a", START));
        List<Notification> told = notifications().due(START, 2)
            .stream()
            .map((queued) -> queued
                .with(new Notification.Delivery(Notification.State.SENT, 1, START, START, "<1@monitoring>", "250 OK")))
            .toList();
        told.forEach(notifications()::update);
        assertThat(notifications().text(told.get(0))).isEmpty();
        MessageText text = new MessageText("라우터 CPU", "y".repeat(15_999) + "\u2026");
        notifications().keepText(told.get(0), text);
        assertThat(told).allSatisfy((one) -> assertThat(notifications().text(one)).contains(text));
        notifications().keepText(told.get(0), new MessageText("", "{}"));
        assertThat(notifications().text(told.get(1))).contains(new MessageText("", "{}"));
        assertThat(notifications().text(notification("3", "r", "a", START))).isEmpty();
        assertThat(notifications().ofMessage("<1@monitoring>", "r")).isEqualTo(told);
    }

    @Test
    void givesANotificationToOneTakerOnly() {
        notifications().enqueue(notification("1", "r", "a", START));
        Notification seen = notifications().due(START, 1).get(0);
        assertThat(notifications().claim(seen, START.plusSeconds(60))).isTrue();
        assertThat(notifications().claim(seen, START.plusSeconds(60))).isFalse();
        assertThat(notifications().due(START.plusSeconds(59), 1)).isEmpty();
        assertThat(notifications().due(START.plusSeconds(60), 1)).singleElement()
            .satisfies((again) -> assertThat(again.delivery().attempts()).isOne());
    }

    private static Receiver receiver(String id, Receiver.Channel channel, @Nullable Origin origin, boolean enabled) {
        return new Receiver(id, "운영팀", channel, "ops@example.com", "s3cret",
                new Receiver.Scope(origin, "cf", "", Severity.CRITICAL, 1, Duration.ofMinutes(7), false),
                new Receiver.Style(Locale.ENGLISH, ZoneId.of("Europe/Berlin"), 5), enabled);
    }

    @Test
    void keepsChangesAndDeletesAReceiver() {
        Receiver kept = notifications().save(receiver("", Receiver.Channel.WEBHOOK, null, true), "admin");
        assertThat(kept).isEqualTo(receiver(kept.id(), Receiver.Channel.WEBHOOK, null, true));
        Receiver changed = receiver(kept.id(), Receiver.Channel.MAIL, Origin.APP, false);
        assertThat(notifications().save(changed, "admin")).isEqualTo(changed);
        assertThat(notifications().receivers()).containsExactly(changed);
        notifications().deleteReceiver(kept.id());
        assertThat(notifications().receiver(kept.id())).isEmpty();
    }

    @Test
    void sharesTheMailRowOfAnOriginWithPaasTa() {
        stores().sql()
            .sql("insert into alarm_targets (origin_type, mail_address, mail_send_yn) values ('pas', 'a@b.c', 'Y'), "
                    + "('ias', 'i@b.c', 'Y')")
            .update();
        Receiver mail = notifications().receivers().get(0);
        assertThat(notifications().receivers()).containsExactly(mail);
        assertThat(mail.id()).startsWith("target:");
        assertThat(mail.address()).isEqualTo("a@b.c");
        assertThat(mail.scope()).isEqualTo(Receiver.Scope.of(Origin.VM));
        assertThat(mail.style()).isEqualTo(Receiver.Style.DEFAULT);
        Receiver edited = new Receiver(mail.id(), "Ops", mail.channel(), "x@y.z", "",
                new Receiver.Scope(Origin.VM, "cf", "", Severity.CRITICAL, 0), mail.style(), false);
        assertThat(notifications().save(edited, "admin")).isEqualTo(edited);
        assertThat(stores().sql()
            .sql("select concat(mail_address, ' ', mail_send_yn) from alarm_targets where origin_type = 'pas'")
            .query(String.class)
            .single()).isEqualTo("x@y.z N");
        stores().sql().sql("update alarm_targets set mail_address = 'new@b.c', mail_send_yn = 'Y'").update();
        Receiver again = notifications().receiver(mail.id()).orElseThrow();
        assertThat(again.address()).isEqualTo("new@b.c");
        assertThat(again.enabled()).isTrue();
        assertThat(again.name()).isEqualTo("Ops");
        notifications().deleteReceiver(mail.id());
        assertThat(notifications().receivers()).isEmpty();
    }

    @Test
    void tellsTheChatsOfBotsThatPaasTaKnows() {
        stores().sql().sql("""
                insert into alarm_sns (origin_type, sns_type, sns_id, token, expl, sns_send_yn, modi_date, modi_user)
                values ('all', 'telegram', 'bot', '1:abc', '운영 봇', 'Y', '2026-11-20 00:00:00', 'x')""").update();
        stores().sql().sql("""
                insert into alarm_sns_targets (channel_id, target_id, modi_date, modi_user)
                select channel_id, -1001234567890, '2026-11-20 00:00:00', 'x' from alarm_sns""").update();
        Receiver chat = notifications().receivers().get(0);
        assertThat(chat.channel()).isEqualTo(Receiver.Channel.TELEGRAM);
        assertThat(chat.address()).isEqualTo("-1001234567890");
        assertThat(chat.secret()).isEqualTo("1:abc");
        assertThat(chat.name()).isEqualTo("운영 봇");
        assertThat(chat.scope().origin()).isNull();
        Receiver quiet = new Receiver(chat.id(), chat.name(), chat.channel(), chat.address(), "2:def",
                Receiver.Scope.of(Origin.CONTAINER), chat.style(), false);
        assertThat(notifications().save(quiet, "admin")).isEqualTo(quiet);
        assertThat(stores().sql()
            .sql("select concat(origin_type, ' ', token, ' ', sns_send_yn) from alarm_sns")
            .query(String.class)
            .single()).isEqualTo("con 2:def N");
        notifications().deleteReceiver(chat.id());
        assertThat(notifications().receivers()).isEmpty();
    }

    /** PaaS-TA's saving of one policy switched all bots, as "test". */
    @Test
    void changesTheOneBotThatIsSavedAndSaysWhoDidIt() {
        for (String bot : new String[] { "one", "two" }) {
            stores().sql()
                .sql("""
                        insert into alarm_sns (origin_type, sns_type, sns_id, token, expl, sns_send_yn, modi_date, modi_user)
                        values ('all', 'telegram', ?, '1:abc', ?, 'Y', '2026-11-20 00:00:00', 'x')""")
                .params(bot, bot)
                .update();
            stores().sql()
                .sql("""
                        insert into alarm_sns_targets (channel_id, target_id, modi_date, modi_user)
                        select channel_id, 7, '2026-11-20 00:00:00', 'x' from alarm_sns where sns_id = ?""")
                .param(bot)
                .update();
        }
        Receiver one = notifications().receivers()
            .stream()
            .filter((receiver) -> receiver.name().equals("one"))
            .findFirst()
            .orElseThrow();
        notifications().save(new Receiver(one.id(), one.name(), one.channel(), one.address(), one.secret(), one.scope(),
                one.style(), false), "kim");
        assertThat(stores().sql()
            .sql("select concat(sns_id, ' ', sns_send_yn, ' ', modi_user) from alarm_sns order by sns_id")
            .query(String.class)
            .list()).containsExactly("one N kim", "two Y x");
    }

    @Test
    void keepsWhetherAReceiverWantsToKnowOfScaling() {
        Receiver wants = new Receiver("", "shop", Receiver.Channel.MAIL, "shop@example.com", "",
                new Receiver.Scope(Origin.APP, "org / space", "", Severity.WARNING, 0).withScaling(),
                Receiver.Style.DEFAULT, true);
        Receiver kept = notifications().save(wants, "admin");
        assertThat(kept.scope()).isEqualTo(wants.scope());
        assertThat(kept.scope().coversScaling("guid", "org / space")).isTrue();
        assertThat(kept.scope().coversScaling("guid", "org / other")).isFalse();
    }

}
