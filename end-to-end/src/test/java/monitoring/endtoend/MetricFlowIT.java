package monitoring.endtoend;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From the agents, this host's and the simulated ones, to points in InfluxDB. */
@ExtendWith(PlatformExtension.class)
class MetricFlowIT {

    @Test
    void keepsWhatTheAgentReadsOfThisHost(Platform platform) {
        awaitPoints(platform.uri("influx.url"), "cf_metric_db",
                "SELECT last(value) FROM cf_metrics WHERE time > now() - 2m "
                        + "AND metricname = 'memoryStats.TotalMemory' AND id !~ /^$/ GROUP BY id, ip, origin, deployment",
                2);
    }

    @Test
    void keepsWhatTheAgentsOfTheFoundationRead(Platform platform) {
        URI influx = platform.uri("influx.url");
        awaitPoints(influx, "cf_metric_db", "SELECT last(value) FROM cf_metrics WHERE time > now() - 2m "
                + "AND metricname =~ /^cpuStats.core/ GROUP BY id, ip, index, origin, deployment", 30);
        awaitPoints(influx, "bosh_metric_db", "SELECT last(value) FROM bosh_metrics WHERE time > now() - 2m "
                + "AND origin = 'micro-bosh' GROUP BY metricname", 5);
        awaitPoints(influx, "container_metric_db",
                "SELECT last(value) FROM container_metrics WHERE time > now() - 2m AND \"name\" = 'memory_usage' "
                        + "GROUP BY application_id, application_index, cell_ip, container_interface",
                150);
    }

    private static void awaitPoints(URI influx, String database, String statement, int series) {
        await(statement).atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(
                    () -> assertThat(Http.influx(influx, database, statement).size()).isGreaterThanOrEqualTo(series));
    }

}
