package monitoring.batch.job;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import monitoring.batch.BatchProgram;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.Severity;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * PaaS-TA asked Telegram for chats before it looked at alarms, and waited up to half a
 * minute. Ours asks for none, and a Telegram that does not answer delays no alarm.
 */
class SlowReceiverTest {

    @Test
    void judgesAlarmsWhileTelegramDoesNotAnswer() throws Exception {
        try (ServerSocket telegram = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                BatchProgram batch = BatchProgram.start(BatchProgram.newDatabase(), List.of(),
                        "monitoring.influx.url=http://127.0.0.1:9", "batch.alarm.interval=1s",
                        "batch.notification.interval=1s", "batch.evaluate.logs-dead-after=0s",
                        "batch.notify.telegram-url=http://127.0.0.1:" + telegram.getLocalPort())) {
            telegram.setSoTimeout(30_000);
            tellAChat(batch);
            try (Socket waiting = telegram.accept()) {
                byte[] request = new byte[64];
                int length = waiting.getInputStream().read(request);
                assertThat(new String(request, 0, length)).startsWith("POST /bot12:token/sendMessage ");
                int before = runs(batch);
                Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> runs(batch) >= before + 3);
            }
        }
    }

    private static void tellAChat(BatchProgram batch) {
        batch.bean(NotificationStore.class)
            .save(new Receiver("", "chat", Receiver.Channel.TELEGRAM, "-100123", "12:token",
                    new Receiver.Scope(Origin.APP, "", "", Severity.WARNING, 0).withScaling(), Receiver.Style.DEFAULT,
                    true), "test");
        Instant now = Instant.now();
        batch.bean(ToldScaling.class)
            .known(new ScalingEvent(new ScalingDecision("d1", "guid", "shop", ScalingDecision.Action.OUT, Resource.CPU,
                    91, 80, 2, 3, now), ScalingEvent.Outcome.SCALED, 200, "", now));
    }

    /** Alarm runs that ended. */
    private static int runs(BatchProgram batch) {
        Integer runs = batch.bean(JdbcTemplate.class)
            .queryForObject("select count(*) from BATCH_JOB_EXECUTION e join BATCH_JOB_INSTANCE i on "
                    + "i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID where i.JOB_NAME = 'alarm' and e.STATUS = 'COMPLETED'",
                    Integer.class);
        return (runs != null) ? runs : 0;
    }

}
