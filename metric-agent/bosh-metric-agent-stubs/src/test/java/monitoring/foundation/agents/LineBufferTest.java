package monitoring.foundation.agents;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import monitoring.foundation.agents.LinePointSink.LineBatch;
import monitoring.foundation.agents.PointSink.ProcessPoint;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Tags;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LineBufferTest {

    private final List<LineBatch> batches = new ArrayList<>();

    private final LinePointSink sink = new LinePointSink(InfluxProperties.at(URI.create("http://127.0.0.1:1")), 2,
            this.batches::add);

    @ParameterizedTest
    @CsvSource({ "0, 0", "1, 1", "0.5, 0.5", "99.99, 99.99", "0.007, 0.007", "12.05, 12.05", "-3.25, -3.25",
            "34359738368, 34359738368", "0.0004, 0", "2.9996, 3" })
    void writesNumbersWithUpToThreeDecimals(double number, String written) {
        assertThat(text(new LineBuffer("db").append(number))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({ "0", "7", "-10", "9223372036854775807", "1000000000000000000" })
    void writesWholeNumbers(long number) {
        assertThat(text(new LineBuffer("db").append(number))).isEqualTo(Long.toString(number));
    }

    private static String text(LineBuffer buffer) {
        return new String(buffer.take().lines(), StandardCharsets.UTF_8);
    }

    @Test
    void writesWhatPaastasAgentsWrite() {
        PointTarget vm = new PointTarget(Measurement.VM, Map.of(Tags.ORIGIN, "router", Tags.ID, "g-1", Tags.INDEX, "0",
                Tags.IP, "10.0.1.2", Tags.DEPLOYMENT, "a, b=c"));
        this.sink.at(Instant.parse("2026-11-21T00:00:00Z").getEpochSecond());
        this.sink.value(vm, VmMetrics.LOAD_1, 1.25);
        this.sink.process(vm.ofProcess(Measurement.VM_PROCESS, "gorouter"), new ProcessPoint(1, 42, 1_000_000, 7000));
        this.sink.flush();
        assertThat(this.batches).extracting(LineBatch::database).containsOnly("cf_metric_db");
        assertThat(this.batches).extracting((batch) -> new String(batch.lines(), StandardCharsets.UTF_8))
            .containsExactlyInAnyOrder(
                    "cf_metrics,deployment=a\\,\\ b\\=c,id=g-1,index=0,ip=10.0.1.2,metricname=cpuStats.LoadAvg1Stats,"
                            + "origin=router value=1.25 1795219200\n",
                    "cf_process_metrics,deployment=a\\,\\ b\\=c,id=g-1,index=0,ip=10.0.1.2,metricname=processStats,"
                            + "origin=router,proc_name=gorouter proc_index=1i,proc_pid=42i,proc_ppid=1i,"
                            + "mem_usage=1000000i,start_time=7000i 1795219200\n");
    }

    @Test
    void handsOnFullBatches() {
        PointTarget vm = new PointTarget(Measurement.VM, Map.of(Tags.IP, "10.0.1.2"));
        this.sink.at(1);
        for (int i = 0; i < 5; i++) {
            this.sink.value(vm, VmMetrics.LOAD_1, i);
        }
        assertThat(this.batches).extracting(LineBatch::points).containsExactly(2, 2);
        this.sink.flush();
        assertThat(this.batches).extracting(LineBatch::points).containsExactly(2, 2, 1);
    }

}
