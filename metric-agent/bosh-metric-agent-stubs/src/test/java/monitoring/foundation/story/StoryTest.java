package monitoring.foundation.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.layout.LayoutProperties;
import monitoring.foundation.story.Episode.Kind;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoryTest {

    private static final Instant FIRST_START = Instant.parse("2026-11-21T01:00:00Z");

    private final Layout layout = new Layout(new LayoutProperties(1, 3, 40, 200));

    private final Story story = new Story(this.layout, FIRST_START);

    private final Load load = new Load(this.layout);

    @Test
    void aCpuClimbsThroughWarningAndCriticalAndFallsSoonAfterTheStart() {
        FoundationVm vm = this.layout.vms().get(next(Kind.CPU_CLIMB, FIRST_START).subject());
        assertThat(meanCpu(vm, FIRST_START)).isLessThan(85);
        assertThat(meanCpu(vm, FIRST_START.plus(Duration.ofMinutes(4)))).isBetween(85.0, 90.0);
        assertThat(meanCpu(vm, FIRST_START.plus(Duration.ofMinutes(8)))).isGreaterThan(91);
        assertThat(meanCpu(vm, FIRST_START.plus(Duration.ofMinutes(18)))).isLessThan(80);
    }

    private double meanCpu(FoundationVm vm, Instant until) {
        double sum = 0;
        for (int back = 0; back < 600; back += 30) {
            sum += this.load.cpu(vm, this.story.at(until.minusSeconds(back)));
        }
        return sum / 20;
    }

    @Test
    void theContainersOfADeadCellAreMovedAndStayWhereTheyAre() {
        Episode death = next(Kind.CELL_DEATH, FIRST_START);
        FoundationVm cell = this.layout.cells().get(death.subject());
        Moment before = this.story.at(death.start().minusSeconds(1));
        FoundationApp app = this.layout.apps()
            .stream()
            .filter((candidate) -> cell.equals(before.cellOf(candidate, 0)))
            .findFirst()
            .orElseThrow();

        assertThat(before.answers(cell)).isTrue();
        Moment dead = this.story.at(death.start().plusSeconds(10));
        assertThat(dead.answers(cell)).isFalse();
        assertThat(dead.cellOf(app, 0)).isNull();
        Moment moved = this.story.at(death.start().plusSeconds(60));
        assertThat(moved.answers(cell)).isFalse();
        assertThat(moved.cellOf(app, 0)).isNotNull().isNotEqualTo(cell);
        Moment recreated = this.story.at(death.start().plus(Duration.ofMinutes(15)));
        assertThat(recreated.answers(cell)).isTrue();
        assertThat(recreated.cellOf(app, 0)).isEqualTo(moved.cellOf(app, 0));
        assertThat(recreated.containerId(app, 0, cell))
            .isNotEqualTo(moved.containerId(app, 0, this.layout.cells().get(this.layout.refugeCell(app, 0))));
    }

    @Test
    void theLoadOfAnInstanceFallsWhenTheAppIsScaled() {
        Moment surge = this.story.at(next(Kind.SURGE, FIRST_START).start().plus(Duration.ofMinutes(5)));
        FoundationApp app = this.layout.loadedApp();
        assertThat(this.load.containerCpu(app, 0, 2, surge)).isGreaterThan(90);
        assertThat(this.load.containerCpu(app, 0, 5, surge)).isBetween(45.0, 75.0);
    }

    @Test
    void aWorkingDayIsBusierThanItsNight() {
        Moment morning = this.story.at(Instant.parse("2026-11-20T01:30:00Z"));
        Moment night = this.story.at(Instant.parse("2026-11-19T19:00:00Z"));
        assertThat(morning.dayLoad()).isGreaterThan(0.9);
        assertThat(night.dayLoad()).isLessThan(0.3);
        FoundationVm vm = this.layout.cells().get(0);
        assertThat(this.load.cpu(vm, morning)).isGreaterThan(this.load.cpu(vm, night));
    }

    @Test
    void anOrdinaryWeekLiesBeforeTheFirstStart() {
        List<Episode> week = this.story.between(FIRST_START.minus(Duration.ofDays(7)),
                FIRST_START.minus(Duration.ofHours(1)));
        assertThat(week).extracting(Episode::kind).contains(Kind.values());
        assertThat(week).hasSizeBetween(18, 40);
        assertThat(week).allSatisfy((episode) -> assertThat(episode.end()).isBefore(FIRST_START));
    }

    @Test
    void isTheSameAfterARestart() {
        Story again = new Story(this.layout, FIRST_START);
        Instant from = FIRST_START.minus(Duration.ofDays(7));
        Instant to = FIRST_START.plus(Duration.ofDays(1));
        assertThat(again.between(from, to)).isEqualTo(this.story.between(from, to));
    }

    @Test
    void atMostOneInstanceCountHoldsInAPastSurge() {
        Episode surge = this.story
            .between(FIRST_START.minus(Duration.ofDays(2)), FIRST_START.minus(Duration.ofHours(2)))
            .stream()
            .filter((episode) -> episode.kind() == Kind.SURGE)
            .findFirst()
            .orElseThrow();
        FoundationApp app = this.layout.loadedApp();
        assertThat(this.story.at(surge.start().plusSeconds(60)).instances(app, (any) -> 9)).isEqualTo(2);
        assertThat(this.story.at(surge.start().plus(Duration.ofMinutes(12))).instances(app, (any) -> 9)).isEqualTo(5);
        assertThat(this.story.at(FIRST_START.plusSeconds(1)).instances(app, (any) -> 9)).isEqualTo(9);
    }

    private Episode next(Kind kind, Instant from) {
        return this.story.between(from, from.plus(Duration.ofHours(2)))
            .stream()
            .filter((episode) -> episode.kind() == kind)
            .findFirst()
            .orElseThrow();
    }

}
