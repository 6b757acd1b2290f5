package monitoring.dashboard.web;

import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SortingTest {

    private static final Map<String, Boolean> COLUMNS = Map.of("name", false, "cpu", true);

    private static Sorting of(@Nullable String asked) {
        return Sorting.of(asked, COLUMNS, "name");
    }

    @Test
    void startsEachColumnInTheOrderThatPeopleWantFirst() {
        assertThat(of("cpu").aria("cpu")).isEqualTo("descending");
        assertThat(of("cpu").aria("name")).isNull();
        assertThat(of("name").aria("name")).isEqualTo("ascending");
        assertThat(of("-cpu").aria("cpu")).isEqualTo("ascending");
    }

    @Test
    void turnsAColumnRoundAndBack() {
        assertThat(of("cpu").next("cpu")).isEqualTo("-cpu");
        assertThat(of("-cpu").next("cpu")).isEqualTo("cpu");
        assertThat(of("-cpu").next("name")).isEqualTo("name");
        assertThat(of("-cpu").asked()).isEqualTo("-cpu");
    }

    @Test
    void fallsBackWhereThereIsNoSuchColumn() {
        assertThat(of("'; drop table vms --")).isEqualTo(of("name"));
        assertThat(of(null)).isEqualTo(of("name"));
        assertThat(of("-smell").asked()).isEqualTo("name");
    }

    @Test
    void putsWhatHasNoValueLastEitherWay() {
        Map<String, Double> values = Map.of("a", 1.0, "b", 3.0, "c", 2.0);
        for (Map.Entry<String, String> expected : Map.of("cpu", "bcax", "-cpu", "acbx").entrySet()) {
            Sorting sorting = of(expected.getKey());
            assertThat(String.join("",
                    Stream.of("x", "a", "b", "c").sorted(sorting.<String, Double>by(values::get)).toList()))
                .isEqualTo(expected.getValue());
        }
    }

}
