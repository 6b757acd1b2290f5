package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.TimeRange;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InfluxQlTest {

    @Test
    void aStringCannotEndItself() {
        assertThat(InfluxQl.string("' OR 1=1 --")).isEqualTo("'\\' OR 1=1 --'");
        assertThat(InfluxQl.string("\\' OR time > 0")).isEqualTo("'\\\\\\' OR time > 0'");
        assertThat(InfluxQl.string("ends with \\")).isEqualTo("'ends with \\\\'");
        assertThat(InfluxQl.string("two\nlines\r\0")).isEqualTo("'two\\nlines  '");
    }

    @Test
    void aNameCannotEndItself() {
        assertThat(InfluxQl.name("a\"; DROP DATABASE b")).isEqualTo("\"a\\\"; DROP DATABASE b\"");
        assertThat(InfluxQl.names(List.of("a", "b\"", "c"))).isEqualTo("\"a\", \"b\\\"\", \"c\"");
    }

    @Test
    void aFamilyMatchesItsTextOnly() {
        assertThat(InfluxQl.isMetric("metricname", MetricName.CPU_CORES))
            .isEqualTo("\"metricname\" =~ /^cpuStats\\x{2e}core\\x{2e}/");
        assertThat(InfluxQl.isMetric("metricname", MetricName.counters("a.*/.b")))
            .isEqualTo("\"metricname\" =~ /^a\\x{2e}.*\\x{2f}\\x{2e}b$/");
        assertThat(InfluxQl.isMetric("metricname", new MetricName("/ OR /(a+)+$", true, false)))
            .isEqualTo("\"metricname\" =~ /^\\x{2f}\\x{20}OR\\x{20}\\x{2f}\\x{28}a\\x{2b}\\x{29}\\x{2b}\\x{24}/");
    }

    @Test
    void boundsTimeAtBothEnds() {
        TimeRange range = new TimeRange(Instant.ofEpochSecond(1, 5), Instant.ofEpochSecond(2));

        assertThat(InfluxQl.within(range)).isEqualTo("time >= 1000000005 AND time < 2000000000");
    }

    @Test
    void listsValuesInOneOrder() {
        assertThat(InfluxQl.isOneOf("id", Set.of("b", "a'"))).isEqualTo("(\"id\" = 'a\\'' OR \"id\" = 'b')");
        assertThat(InfluxQl.isOneOf("id", Set.of("a"))).isEqualTo("\"id\" = 'a'");
    }

    @Test
    void refusesToListNothingOrTooMuch() {
        Set<String> many = IntStream.rangeClosed(0, 1_000).mapToObj(Integer::toString).collect(Collectors.toSet());

        assertThatIllegalArgumentException().isThrownBy(() -> InfluxQl.isOneOf("id", Set.of()))
            .withMessage("values of id: 0 (expected: 1..1000)");
        assertThatIllegalArgumentException().isThrownBy(() -> InfluxQl.isOneOf("id", many));
    }

}
