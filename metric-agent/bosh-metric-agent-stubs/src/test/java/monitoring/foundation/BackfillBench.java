package monitoring.foundation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import monitoring.localservers.InfluxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fills a fresh InfluxDB with a foundation's past and says how many points a second it
 * took. Keys: -Ddays, -Dminutes, -Dvms, -Dcontainers, -Dinterval, -Dprocesses.
 */
class BackfillBench {

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @Test
    void fills() {
        List<String> arguments = new ArrayList<>(List.of("--influx-url", influx.url()));
        for (String key : List.of("days", "minutes", "vms", "containers", "interval", "processes")) {
            String value = System.getProperty(key, key.equals("interval") ? "300" : "");
            if (!value.isEmpty()) {
                arguments.addAll(List.of("--" + key, value));
            }
        }
        assertThat(Backfill.run(Backfill.read(arguments.toArray(String[]::new)), Clock.systemUTC())).isPositive();
    }

}
