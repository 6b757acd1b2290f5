package monitoring.batch.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import monitoring.localservers.RedisExtension;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

import static org.assertj.core.api.Assertions.assertThat;

/** What PaaS-TA's user portal finds in Redis. */
class AppInboxIT {

    @RegisterExtension
    static final RedisExtension redis = new RedisExtension();

    private static final Instant RAISED = Instant.parse("2026-11-21T02:10:00Z");

    private final String app = UUID.randomUUID().toString();

    private final String id = String.valueOf(System.nanoTime());

    private final AppInbox inbox = inbox(redis.server().port(), 3);

    private Jedis portal;

    @BeforeEach
    void connect() {
        this.portal = new Jedis(new HostAndPort(redis.server().host(), redis.server().port()),
                DefaultJedisClientConfig.builder().password(redis.server().password()).build());
    }

    @AfterEach
    void close() {
        this.portal.close();
    }

    @Test
    void writesAnAlarmAsPaasTaDoes() {
        assertThat(follow(alarm(this.id, Severity.WARNING, RAISED))).isOne();
        String key = "appAlarm:" + this.app + ":" + this.id;
        assertThat(this.portal.lrange("appAlarmList:" + this.app, 0, -1)).containsExactly(key);
        assertThat(this.portal.hgetAll(key)).containsExactlyInAnyOrderEntriesOf(Map.of("alarmId", this.id, "appGuid",
                this.app, "appIdx", "2", "appName", "ticket-sales", "resourceType", "cpu", "alarmLevel", "warning",
                "alarmTitle", "ticket-sales[2] App의 cpu 상태 - warning", "alarmMessage",
                "ticket-sales[2] CPU의 상태 경고: 임계치인 90.00%를 초과하였습니다. 현재 사용률 [91.50%] 입니다.", "alarmSendDate",
                "2026-11-21 02:10:00", "regDate", "2026-11-21 02:10:00"));
        assertThat(this.portal.ttl(key)).isBetween(3000L, 3600L);
        assertThat(this.portal.ttl("appAlarmList:" + this.app)).isBetween(3000L, 3600L);
    }

    @Test
    void writesAgainWhatWorsenedOrWasToldAgainAndListsItOnce() {
        follow(alarm(this.id, Severity.WARNING, RAISED));
        assertThat(follow(alarm(this.id, Severity.WARNING, RAISED))).isZero();
        assertThat(follow(alarm(this.id, Severity.CRITICAL, RAISED))).isOne();
        assertThat(follow(alarm(this.id, Severity.CRITICAL, RAISED.plusSeconds(3600)))).isOne();
        assertThat(this.portal.hgetAll("appAlarm:" + this.app + ":" + this.id)).containsEntry("alarmLevel", "critical")
            .containsEntry("alarmSendDate", "2026-11-21 03:10:00");
        assertThat(this.portal.llen("appAlarmList:" + this.app)).isOne();
    }

    @Test
    void doesNotPutBackWhatThePortalTook() {
        follow(alarm(this.id, Severity.WARNING, RAISED));
        this.portal.del(this.portal.lpop("appAlarmList:" + this.app));
        assertThat(follow(alarm(this.id, Severity.WARNING, RAISED))).isZero();
        assertThat(this.portal.exists("appAlarmList:" + this.app)).isFalse();
    }

    @Test
    void keepsTheNewestUnreadOnly() {
        for (int number = 1; number <= 5; number++) {
            follow(alarm(this.id + number, Severity.WARNING, RAISED));
        }
        assertThat(this.portal.lrange("appAlarmList:" + this.app, 0, -1)).hasSize(3)
            .first()
            .asString()
            .endsWith(":" + this.id + 5);
    }

    @Test
    void leavesOutOtherAlarmsAndDoesNotMindARedisThatIsAway() {
        Alarm alarm = alarm(this.id, Severity.WARNING, RAISED);
        assertThat(follow(alarm.withState(AlarmState.PENDING))).isZero();
        assertThat(inbox(1, 3).follow(() -> List.of(alarm))).isZero();
        assertThat(this.portal.exists("appAlarmList:" + this.app)).isFalse();
    }

    private int follow(Alarm alarm) {
        return this.inbox.follow(() -> List.of(alarm));
    }

    private static AppInbox inbox(int port, int unread) {
        return new AppInbox(new AppInboxProperties("127.0.0.1", port, false, "", redis.server().password(), 0,
                Duration.ofSeconds(2), Duration.ofHours(1), unread), Clock.fixed(RAISED, ZoneOffset.UTC));
    }

    private Alarm alarm(String id, Severity severity, Instant told) {
        AlarmTarget target = new AlarmTarget(Origin.APP, this.app + "/2", "ticket-sales[2]", "10.0.1.3",
                "commerce / production", "", this.app);
        return new Alarm(id, target, Resource.CPU, severity, AlarmState.RAISED, new Alarm.Reading(91.5, 90, RAISED),
                new Alarm.Progress(RAISED, RAISED, null, null, null, 1, 0, told), "1");
    }

}
