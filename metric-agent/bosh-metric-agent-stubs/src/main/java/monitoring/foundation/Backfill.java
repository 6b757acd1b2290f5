package monitoring.foundation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

import monitoring.foundation.agents.MetricHistory;
import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.layout.LayoutProperties;
import monitoring.foundation.story.Foundation;
import monitoring.foundation.story.Story;
import monitoring.storage.influxdb.InfluxConfiguration;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.metric.TimeRange;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills InfluxDB with the past of a foundation and says how fast that went, so that
 * measurements have something to stand on.
 */
public final class Backfill {

    private static final Logger logger = LoggerFactory.getLogger(Backfill.class);

    private static final Map<String, String> DEFAULTS = Map.of("days", "7", "minutes", "", "vms", "40", "containers",
            "200", "interval", "30", "zones", "3", "seed", "20261121", "processes", "false", "influx-url",
            "http://127.0.0.1:8086");

    private Backfill() {
    }

    /**
     * Runs with {@code --days N --minutes N --vms N --containers N --interval S --zones N
     * --seed N --processes true|false --influx-url URL}, all of them optional; minutes go
     * before days.
     */
    public static void main(String[] args) {
        try {
            run(read(args), Clock.systemUTC());
        }
        catch (IllegalArgumentException ex) {
            logger.error(ex.getMessage());
            System.exit(2);
        }
    }

    static long run(Map<String, String> options, Clock clock) {
        Layout layout = new Layout(new LayoutProperties(number(options, "seed"), (int) number(options, "zones"),
                (int) number(options, "vms"), (int) number(options, "containers")));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        // as if it was started at the end, so that all of it is past
        Foundation foundation = new Foundation(layout, new Story(layout, now), FoundationApp::instances, clock);
        InfluxProperties influx = InfluxProperties.at(URI.create(options.get("influx-url")));
        new InfluxConfiguration().metricStore(influx).prepare();
        Duration interval = Duration.ofSeconds(number(options, "interval"));
        TimeRange range = TimeRange.before(now, length(options));
        MetricHistory history = new MetricHistory(foundation, influx, options.get("processes").equals("true"));
        long began = System.nanoTime();
        long points = history.write(range, interval, new Progress(range.length().dividedBy(interval)));
        double seconds = (System.nanoTime() - began) / 1e9;
        logger.info(
                String.format(Locale.ROOT, "%,d points in %.1f s: %,.0f points/s", points, seconds, points / seconds));
        return points;
    }

    static Map<String, String> read(String[] args) {
        Map<String, String> options = new HashMap<>(DEFAULTS);
        Set<String> known = DEFAULTS.keySet();
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!known.contains(name) || i + 1 == args.length) {
                throw new IllegalArgumentException(
                        args[i] + " (expected: one of " + known.stream().sorted().toList() + " with a value)");
            }
            options.put(name, args[i + 1]);
        }
        return options;
    }

    private static Duration length(Map<String, String> options) {
        return "".equals(options.get("minutes")) ? Duration.ofDays(number(options, "days"))
                : Duration.ofMinutes(number(options, "minutes"));
    }

    private static long number(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null || !value.matches("[1-9][0-9]{0,9}")) {
            throw new IllegalArgumentException("--" + name + ": " + value + " (expected: a whole number, 1 or more)");
        }
        return Long.parseLong(value);
    }

    /** Says every tenth of the way how far it is. */
    private static final class Progress implements LongConsumer {

        private final long moments;

        private long seen;

        Progress(long moments) {
            this.moments = moments;
        }

        @Override
        public void accept(long points) {
            this.seen++;
            if (this.seen * 10 / this.moments > (this.seen - 1) * 10 / this.moments) {
                logger.info("{} % ({} points)", this.seen * 100 / this.moments, points);
            }
        }

    }

}
