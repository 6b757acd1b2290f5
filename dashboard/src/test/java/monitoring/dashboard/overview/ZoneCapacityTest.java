package monitoring.dashboard.overview;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ZoneCapacityTest {

    private static final double GIB = 1 << 30;

    @Test
    void saysHowManyContainersOfTheUsualSizeStillFit() {
        ZoneCapacity zone = new ZoneCapacity("z1", 2, 0, 10, new CellSize(10 * GIB, 20 * GIB),
                new CellSize(30 * GIB, 100 * GIB));
        assertThat(zone.memoryLeft()).isEqualTo(20 * GIB);
        assertThat(zone.containersLeft()).isEqualTo(20);
        assertThat(zone.diskPercent()).isEqualTo(20);
    }

    @Test
    void isHeldBackByWhatIsScarcer() {
        ZoneCapacity zone = new ZoneCapacity("z1", 1, 0, 10, new CellSize(10 * GIB, 20 * GIB),
                new CellSize(30 * GIB, 26 * GIB));
        assertThat(zone.containersLeft()).isEqualTo(3);
    }

    @Test
    void saysNothingWhereNoSizeIsKnown() {
        assertThat(new ZoneCapacity("z1", 1, 0, 3, new CellSize(GIB, GIB), CellSize.UNKNOWN).containersLeft())
            .isEqualTo(-1);
    }

    @Test
    void addsTheCellsOfAZone() {
        ZoneCapacity one = new ZoneCapacity("z1", 1, 0, 5, new CellSize(GIB, 0), new CellSize(4 * GIB, 0));
        assertThat(one.plus(one).size().memory()).isEqualTo(8 * GIB);
        assertThat(one.plus(one).containers()).isEqualTo(10);
    }

}
