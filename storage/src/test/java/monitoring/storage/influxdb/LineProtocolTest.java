package monitoring.storage.influxdb;

import java.time.Instant;
import java.util.Map;

import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineProtocolTest {

    private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000L, 123_000_000);

    private final LineProtocol lines = new LineProtocol(InfluxProperties.Measurements.defaults());

    @Test
    void sortsTags() {
        Map<String, String> tags = Map.of(Tags.ORIGIN, "router", Tags.ID, "a-1", Tags.METRIC_NAME, "diskStats./.Usage");

        assertThat(line(Sample.of(Measurement.VM, tags, 81.5, TIME)))
            .isEqualTo("cf_metrics,id=a-1,metricname=diskStats./.Usage,origin=router value=81.5 1700000000123\n");
    }

    @Test
    void escapesWhatTheProtocolUses() {
        assertThat(line(Sample.of(Measurement.VM, Map.of("a b", "c,d=e f"), 1, TIME)))
            .isEqualTo("cf_metrics,a\\ b=c\\,d\\=e\\ f value=1 1700000000123\n");
    }

    @Test
    void letsNothingEndTheLine() {
        Map<String, String> tags = Map.of("a", "x\nother value=1", "b", "ends with \\", "c", "\r\t\0");

        assertThat(line(Sample.of(Measurement.VM, tags, 1, TIME)))
            .isEqualTo("cf_metrics,a=x\\ other\\ value\\=1,b=ends\\ with\\ /,c=\\ \\ \\  value=1 1700000000123\n");
    }

    @Test
    void leavesEmptyTagsOut() {
        assertThat(line(Sample.of(Measurement.BOSH, Map.of("a", "", "", "b"), 1, TIME)))
            .isEqualTo("bosh_metrics value=1 1700000000123\n");
    }

    @Test
    void keepsPaasTasTypes() {
        assertThat(line(new Sample(Measurement.CONTAINER, Map.of(), Map.of(Tags.VALUE, 7L), TIME)))
            .isEqualTo("container_metrics value=7 1700000000123\n");
        assertThat(line(new Sample(Measurement.CONTAINER, Map.of(), Map.of(Tags.APP_MEMORY, 2147483648L), TIME)))
            .isEqualTo("container_metrics app_mem=2147483648 1700000000123\n");
        assertThat(line(new Sample(Measurement.VM_PROCESS, Map.of(), Map.of(Tags.PROCESS_PID, 7), TIME)))
            .isEqualTo("cf_process_metrics proc_pid=7i 1700000000123\n");
    }

    @Test
    void writesNumbersExactly() {
        assertThat(value(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(value(1e300)).isEqualTo("1.0E300");
        assertThat(value(-0.5)).isEqualTo("-0.5");
        assertThat(value(9.007199254740993E15)).isEqualTo("9.007199254740992E15");
        assertThat(value(123456789012d)).isEqualTo("123456789012");
    }

    private String value(double value) {
        String line = line(Sample.of(Measurement.BOSH, Map.of(), value, TIME));
        return line.substring(line.indexOf('=') + 1, line.lastIndexOf(' '));
    }

    private String line(Sample sample) {
        StringBuilder out = new StringBuilder();
        this.lines.append(sample, out);
        return out.toString();
    }

}
