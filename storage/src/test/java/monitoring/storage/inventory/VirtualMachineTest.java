package monitoring.storage.inventory;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class VirtualMachineTest {

    private static VirtualMachine machine(String id) {
        return new VirtualMachine(id, "bosh", "cf", "diego-cell", 3, "z1", "10.0.1.17", true, VmState.RUNNING,
                Instant.EPOCH);
    }

    @Test
    void isCalledByJobAndIndex() {
        assertThat(machine("guid").name()).isEqualTo("diego-cell/3");
    }

    @Test
    void refusesToHaveNoIdentity() {
        assertThatIllegalArgumentException().isThrownBy(() -> machine(" "))
            .withMessage("id of diego-cell/3: blank (expected: a GUID)");
    }

    @ParameterizedTest
    @CsvSource({ "running, RUNNING", "failing, FAILING", "unresponsive agent, UNRESPONSIVE", "stopped, STOPPED",
            "detached, STOPPED", "something new, UNKNOWN" })
    void knowsTheStatesOfADirector(String jobState, VmState state) {
        assertThat(VmState.ofJobState(jobState)).isEqualTo(state);
    }

    @Test
    void refusesAppsAndInstancesBelowZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new App("guid", "music", "space", "org", -1))
            .withMessage("instances of music: -1 (expected: >= 0)");
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new AppInstance("guid", -1, "RUNNING", "", "", 0, 0, Instant.EPOCH))
            .withMessage("index of guid: -1 (expected: >= 0)");
    }

}
