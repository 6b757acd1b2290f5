package monitoring.batch.job;

import java.util.List;

import monitoring.storage.metric.Origin;
import monitoring.storage.policy.PolicyStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows that are no policies are reported and skipped; all others are judged. */
class PoisonedPolicyTest {

    @RegisterExtension
    static final Nights nights = new Nights();

    private final Night night = nights.begin();

    @BeforeEach
    void begin() {
        this.night.receiver("ops", Origin.VM, 0);
    }

    @Test
    void judgesTheOthers() {
        JdbcTemplate sql = nights.program().bean(JdbcTemplate.class);
        // as in a schema that somebody else made
        sql.execute("alter table alarm_policies alter column warning_threshold drop not null");
        for (String values : List.of("'pas', 'memory', null, 90, 10, 600, 5, 1, 1",
                "'pas', 'disk', -85, 90, 10, 600, 5, 1, 1", "'pas', 'root', 90, 85, 10, 600, 5, 1, 1",
                "'pas', 'fanspd', 85, 90, 10, 600, 5, 1, 1", "'xyz', 'cpu', 85, 90, 10, 600, 5, 1, 1",
                "'pas', 'inode', 85, 90, 0, 600, 5, 1, 1", "'pas', 'swap', 85, 90, 10, 0, 5, 1, 1",
                "'pas', 'load', 85, 90, 10, 600, 99, 1, 1", "'pas', 'neterr', 85, 90, 10, 600, 5, -1, 1",
                "'con', 'load', 1, 2, 10, 600, 5, 1, 1")) {
            sql.update("insert into alarm_policies (origin_type, alarm_type, warning_threshold, critical_threshold, "
                    + "repeat_time, measure_time, recovery, raise_after, resolve_after, comment, reg_user) values ("
                    + values + ", 'poison', 'test')");
        }
        sql.update("insert into app_alarm_policies (app_guid, cpu_warning_threshold, cpu_critical_threshold, "
                + "memory_warning_threshold, memory_critical_threshold, measure_time_sec, email_send_yn, alarm_use_yn, "
                + "reg_user) values ('shop', 90, 80, 80, 90, 600, 'N', 'Y', 'test')");
        try {
            this.night.play(new double[] { 95, 10 }, "web1");
            assertThat(this.night.told()).containsExactly("ops RAISED web1/0", "ops RECOVERED web1/0");
            List<String> rejected = nights.program().bean(PolicyStore.class).alarmPolicies().rejected();
            assertThat(rejected).hasSize(10);
            assertThat(String.join("\n", rejected)).contains("warning_threshold: null (expected: a number)",
                    "warning: -85.0 (expected: > 0)", "critical: 85.0 (expected: more than the warning of 90.0)",
                    "alarm_type: fanspd", "origin_type: xyz", "repeatTime: 0 min", "measureTime: 0 s", "recovery: 99.0",
                    "raiseAfter and resolveAfter: -1 and 1", "resource: LOAD of CONTAINER");
            assertThat(nights.program().bean(PolicyStore.class).appAlarmPolicies().rejected()).singleElement()
                .asString()
                .startsWith("app_alarm_policies shop: critical: 80.0");
        }
        finally {
            sql.update("delete from alarm_policies where comment = 'poison'");
        }
    }

}
