package monitoring.dashboard.policy;

import java.util.Map;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyFormTest {

    @Test
    void readsWhatIsRight() {
        assertThat(problems("85", "90", "600", "10")).isEmpty();
    }

    @Test
    void refusesWarningThatIsNotBelowCritical() {
        assertThat(problems("90", "90", "600", "10")).containsExactly(Map.entry("critical", "policy.problem.order"));
    }

    @Test
    void namesEachWrongField() {
        assertThat(problems("-5", "101", "29", "many")).containsOnlyKeys("warning", "critical", "measure", "repeat");
        assertThat(problems("NaN", "90", "86401", "0")).containsOnlyKeys("warning", "measure", "repeat");
        assertThat(problems("", "90", "600", "10")).containsEntry("warning", "policy.problem.number");
    }

    @Test
    void refusesAResourceThatIsNotMeasuredOfSuchTargets() {
        Map<String, String> problems = PolicyForm.problems();
        PolicyForm form = PolicyForm.empty(Origin.CONTAINER, Resource.LOAD);
        assertThat(form.read("", Origin.CONTAINER, Resource.LOAD, "", problems)).isEmpty();
        assertThat(problems).containsExactly(Map.entry("resource", "policy.problem.unmeasured"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "PROCESS", "HEARTBEAT", "BLIND", "NOTIFICATION" })
    void beginsWithLimitsThatMayBeSavedAsTheyAre(Resource resource) {
        Map<String, String> problems = PolicyForm.problems();
        assertThat(PolicyForm.empty(Origin.VM, resource).read("", Origin.VM, resource, "", problems)).isPresent();
    }

    private static Map<String, String> problems(String warning, String critical, String measure, String repeat) {
        Map<String, String> problems = PolicyForm.problems();
        new PolicyForm(Origin.VM, Resource.MEMORY, "", warning, critical, measure, repeat, "5", "1", "1", "").read("1",
                Origin.VM, Resource.MEMORY, "", problems);
        return problems;
    }

}
