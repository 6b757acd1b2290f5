package monitoring.storage.jdbc;

import java.time.Duration;
import java.util.NoSuchElementException;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.policy.Threshold;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every policy store does. */
abstract class PolicyStoreContract {

    abstract SqlStores stores();

    private PolicyStore policies() {
        return stores().policies();
    }

    private static AlarmPolicy policy(String id, Threshold threshold) {
        return new AlarmPolicy(id, Origin.VM, Resource.CPU, "cf", threshold,
                new AlarmPolicy.Timing(Duration.ofMinutes(10), Duration.ofMinutes(30)),
                new AlarmPolicy.Damping(2.5, 2, 3), "야간");
    }

    @Test
    void keepsChangesAndDeletesAPolicy() {
        AlarmPolicy kept = policies().save(policy("", new Threshold(85, 90)), "admin");
        assertThat(kept).isEqualTo(policy(kept.id(), new Threshold(85, 90)));
        AlarmPolicy changed = policies().save(policy(kept.id(), new Threshold(0.5, 1.25)), "admin");
        assertThat(changed.threshold()).isEqualTo(new Threshold(0.5, 1.25));
        assertThat(policies().alarmPolicies().valid()).containsExactly(changed);
        policies().deleteAlarmPolicy(kept.id());
        assertThat(policies().alarmPolicy(kept.id())).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> policies().save(changed, "admin"))
            .withMessageContaining("alarm_policies " + kept.id());
    }

    @Test
    void takesOverWhatThePortalChanged() {
        AlarmPolicy kept = policies().save(policy("", new Threshold(84.5, 90.5)), "admin");
        stores().sql()
            .sql("update alarm_policies set warning_threshold = 70 where id = ?")
            .param(Long.valueOf(kept.id()))
            .update();
        assertThat(policies().alarmPolicy(kept.id()).orElseThrow().threshold()).isEqualTo(new Threshold(70, 90.5));
    }

    @Test
    void reportsARowThatIsNoPolicyAndHidesNoOther() {
        AlarmPolicy good = policies().save(policy("", new Threshold(85, 90)), "admin");
        stores().sql()
            .sql("""
                    insert into alarm_policies (origin_type, alarm_type, warning_threshold, critical_threshold,
                    repeat_time, measure_time) values ('pas', 'cpu', 90, 85, 10, 600), ('pas', 'gpu', 85, 90, 10, 600),
                    ('xyz', 'cpu', 85, 90, 10, 600), ('con', 'cpu', -1, 90, 10, 600), ('con', 'cpu', 85, 90, 0, 600),
                    ('con', 'cpu', 85, 90, 10, -600), ('ias', 'cpu', 85, 90, 10, 600), ('con', 'load', 1, 2, 10, 600)""")
            .update();
        assertThat(policies().alarmPolicies().valid()).containsExactly(good);
        assertThat(policies().alarmPolicies().rejected()).hasSize(7)
            .allMatch((reason) -> reason.matches("alarm_policies \\d+: .+ \\(expected: .+\\)"));
    }

    @Test
    void keepsPoliciesOfApps() {
        AppAlarmPolicy policy = new AppAlarmPolicy("guid", new Threshold(70, 80), new Threshold(75, 85),
                Duration.ofSeconds(120), "owner@example.com", true, true);
        assertThat(policies().save(policy, "owner")).isEqualTo(policy);
        AppAlarmPolicy quiet = new AppAlarmPolicy("guid", new Threshold(71, 80), new Threshold(75, 85),
                Duration.ofSeconds(60), "", false, false);
        assertThat(policies().save(quiet, "owner")).isEqualTo(quiet);
        stores().sql()
            .sql("""
                    insert into app_alarm_policies (app_guid, cpu_warning_threshold, cpu_critical_threshold,
                    memory_warning_threshold, memory_critical_threshold, measure_time_sec, email_send_yn, alarm_use_yn,
                    modi_date, modi_user) values ('bad', 80, 80, 70, 80, 60, 'Y', 'Y', '2026-11-20 00:00:00', 'x')""")
            .update();
        assertThat(policies().appAlarmPolicies().valid()).containsExactly(quiet);
        assertThat(policies().appAlarmPolicies().rejected()).singleElement()
            .asString()
            .startsWith("app_alarm_policies bad: critical: 80.0");
        policies().deleteAppAlarmPolicy("guid");
        assertThat(policies().appAlarmPolicy("guid")).isEmpty();
    }

}
