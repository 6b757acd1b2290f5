package monitoring.foundation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import monitoring.localservers.InfluxExtension;
import monitoring.storage.influxdb.InfluxConfiguration;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BackfillIT {

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @Test
    void whatItWritesAnswersTheQuestionsOfTheBatch() {
        Map<String, String> options = Backfill.read(new String[] { "--days", "1", "--vms", "12", "--containers", "30",
                "--interval", "300", "--seed", "7", "--influx-url", influx.url() });
        long points = Backfill.run(options, Clock.systemUTC());
        assertThat(points).isGreaterThan(288L * (12 * 40 + 30 * 9));
        MetricStore store = new InfluxConfiguration().metricStore(InfluxProperties.at(URI.create(influx.url())));
        TimeRange range = TimeRange.before(Instant.now(), Duration.ofHours(20));
        for (Resource resource : new Resource[] { Resource.CPU, Resource.MEMORY, Resource.DISK }) {
            assertThat(store.usage(new MetricWindow(Origin.VM, resource, range))).hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy((usage) -> assertThat(usage.value()).isBetween(1.0, 100.0));
            assertThat(store.usage(new MetricWindow(Origin.CONTAINER, resource, range))).hasSizeGreaterThanOrEqualTo(30)
                .allSatisfy((usage) -> assertThat(usage.value()).isBetween(0.1, 100.0));
        }
    }

    @Test
    void fillsMinutesInsteadOfDays() {
        Map<String, String> options = Backfill.read(new String[] { "--minutes", "10", "--vms", "6", "--containers", "4",
                "--seed", "11", "--influx-url", influx.url() });
        assertThat(Backfill.run(options, Clock.systemUTC())).isBetween(20L * 6 * 40, 20L * 6 * 80);
    }

    @Test
    void namesAnOptionThatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> Backfill.read(new String[] { "--day", "1" }))
            .withMessageContaining("--day (expected: one of [containers, days,");
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Backfill.run(Backfill.read(new String[] { "--vms", "many" }), Clock.systemUTC()))
            .withMessage("--vms: many (expected: a whole number, 1 or more)");
    }

}
