package monitoring.foundation.layout;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LayoutTest {

    private final Layout layout = new Layout(new LayoutProperties(1, 3, 40, 200));

    @ParameterizedTest
    @CsvSource({ "6, 1", "40, 200", "10000, 100000" })
    void isAsLargeAsWanted(int vms, int containers) {
        Layout layout = new Layout(new LayoutProperties(1, 3, vms, containers));
        assertThat(layout.vms()).hasSize(vms);
        assertThat(layout.cells()).isNotEmpty();
        assertThat(layout.apps().stream().mapToInt(FoundationApp::instances).sum()).isEqualTo(containers);
        assertThat(layout.vms().stream().map(FoundationVm::ip).distinct()).hasSize(vms);
        assertThat(layout.vms().stream().map(FoundationVm::id).distinct()).hasSize(vms);
        assertThat(layout.apps().stream().map(FoundationApp::guid).distinct()).hasSize(layout.apps().size());
    }

    @Test
    void isTheSameForTheSameSeed() {
        Layout again = new Layout(new LayoutProperties(1, 3, 40, 200));
        assertThat(again.vms()).isEqualTo(this.layout.vms());
        assertThat(again.apps()).isEqualTo(this.layout.apps());
        assertThat(new Layout(new LayoutProperties(2, 3, 40, 200)).vms()).isNotEqualTo(this.layout.vms());
    }

    @Test
    void hasThreeZonesWithCellsInEach() {
        assertThat(this.layout.cells().stream().map(FoundationVm::zone).collect(Collectors.toSet()))
            .containsExactlyInAnyOrder("z1", "z2", "z3");
    }

    @Test
    void givesEachInstanceAHomeAndAnotherRefuge() {
        for (FoundationApp app : this.layout.apps()) {
            for (int index = 0; index < app.instances(); index++) {
                assertThat(this.layout.refugeCell(app, index)).isBetween(0, this.layout.cells().size() - 1)
                    .isNotEqualTo(this.layout.homeCell(app, index));
            }
        }
    }

    @Test
    void givesEachInstanceAnAddressOfItsOwn() {
        Layout large = new Layout(new LayoutProperties(1, 3, 1000, 100_000));
        assertThat(large.apps()
            .stream()
            .flatMap((app) -> IntStream.range(0, app.instances()).mapToObj(app::address))
            .distinct()).hasSize(100_000);
    }

    @Test
    void namesTheKeyOfASizeThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LayoutProperties(1, 3, 5, 200))
            .withMessage("foundation.layout.vms: 5 (expected: 6..20000)");
    }

}
