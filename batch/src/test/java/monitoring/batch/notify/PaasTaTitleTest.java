package monitoring.batch.notify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import monitoring.batch.BatchProgram;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** PaaS-TA's tables and its mails call an alarm by the same title, and so do ours. */
class PaasTaTitleTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private final Titles titles = new Titles(Titles.words());

    @Test
    void callsAnAlarmTheSameInTheTableAndInTheMail() {
        try (BatchProgram batch = BatchProgram.atRest()) {
            AlarmStore alarms = batch.bean(AlarmStore.class);
            for (Alarm alarm : List.of(alarm(Origin.VM, "cell/3", Resource.CPU, Severity.CRITICAL),
                    alarm(Origin.VM, "cell/4", Resource.HEARTBEAT, Severity.FAIL),
                    alarm(Origin.BOSH, "InfluxDB", Resource.BLIND, Severity.FAIL),
                    alarm(Origin.BOSH, "ops", Resource.NOTIFICATION, Severity.FAIL),
                    alarm(Origin.CONTAINER, "shop[0]", Resource.MEMORY, Severity.WARNING),
                    alarm(Origin.APP, "shop[0]", Resource.MEMORY, Severity.CRITICAL))) {
                Alarm kept = alarms.save(alarm);
                assertThat(batch.bean(JdbcTemplate.class)
                    .queryForObject("select alarm_title from alarms where id = ?", String.class, kept.id()))
                    .isEqualTo(this.titles.title(kept, Locale.KOREAN));
            }
        }
    }

    private static Alarm alarm(Origin origin, String name, Resource resource, Severity severity) {
        boolean app = origin == Origin.CONTAINER || origin == Origin.APP;
        AlarmTarget target = new AlarmTarget(origin, app ? "guid/0" : name, name, "10.0.1.3", "cf", "z1",
                app ? "guid" : "");
        Alarm.Progress progress = new Alarm.Progress(NOW, NOW, null, null, null, 1, 0, null);
        return new Alarm("", target, resource, severity, AlarmState.RAISED, new Alarm.Reading(91, 90, NOW), progress,
                null);
    }

}
