package monitoring.storage.alarm;

import monitoring.storage.metric.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IncidentTitleTest {

    @Test
    void readsBackWhatItKeeps() {
        IncidentTitle one = new IncidentTitle("router/0", Resource.MEMORY, 0);
        IncidentTitle many = new IncidentTitle("my app [web] 3", Resource.ROOT_DISK, 12);
        assertThat(one.kept()).isEqualTo("router/0 MEMORY");
        assertThat(many.kept()).isEqualTo("my app [web] 3 ROOT_DISK (+12)");
        assertThat(IncidentTitle.read(one.kept())).contains(one);
        assertThat(IncidentTitle.read(many.kept())).contains(many);
    }

    @Test
    void readsWhatEarlierVersionsKept() {
        assertThat(IncidentTitle.read("ops NOTIFICATION FAIL"))
            .contains(new IncidentTitle("ops", Resource.NOTIFICATION, 0));
        assertThat(IncidentTitle.read("cell/3 CPU WARNING (+2)"))
            .contains(new IncidentTitle("cell/3", Resource.CPU, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "MEMORY", "cell/3 is down", "router/0: MEMORY", "router/0 memory",
            "router/0 MEMORY leaks", "router/0 MEMORY (+)", "router/0 MEMORY (+9999999999)", "router/0\nMEMORY" })
    void leavesAloneWhatPeopleWrote(String title) {
        assertThat(IncidentTitle.read(title)).isEmpty();
    }

    @Test
    void beginsWithNoLessThanOneAlarm() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IncidentTitle("a", Resource.CPU, -1))
            .withMessageContaining("more: -1");
    }

}
