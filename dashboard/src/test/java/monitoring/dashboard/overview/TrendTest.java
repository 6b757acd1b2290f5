package monitoring.dashboard.overview;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.WebProperties;
import monitoring.localservers.HandClock;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Series;
import monitoring.storage.metric.SeriesQuery;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrendTest {

    private static final Duration STEP = Duration.ofMinutes(2);

    private final HandClock clock = new HandClock();

    private final List<SeriesQuery> asked = new ArrayList<>();

    /** Nothing is told of what was before. */
    private Instant since = Instant.MIN;

    private final Trend trend = new Trend(store(), new StoreWatch(this.clock), new WebProperties(ZoneOffset.UTC, true),
            this.clock);

    @Test
    void asksForAQuarterOfAnHourFirstAndForThePastPieceByPiece() {
        this.trend.now();
        assertThat(this.asked).hasSize(3)
            .allSatisfy((query) -> assertThat(query.range().length()).isLessThan(Duration.ofMinutes(17)));
        int pieces = 1;
        while (this.trend.catchUp()) {
            pieces++;
        }
        assertThat(pieces).isEqualTo(12);
        assertThat(this.trend.catchUp()).isFalse();
        this.clock.forward(Duration.ofMinutes(4));
        assertThat(this.trend.now().cpu()).hasSize(1);
        assertThat(this.trend.now().points()).hasSizeBetween(86, 90);
        assertThat(this.trend.now().points().values()).allSatisfy((point) -> assertThat(point.cpu()).isEqualTo(40));
    }

    @Test
    void takesInThePastThatIsWrittenLater() {
        this.since = this.clock.instant().minus(Duration.ofMinutes(30));
        this.trend.now();
        while (this.trend.catchUp()) {
            assertThat(this.asked).hasSizeLessThan(100);
        }
        this.since = Instant.MIN;
        this.clock.forward(Duration.ofMinutes(4));
        while (this.trend.catchUp()) {
            assertThat(this.asked).hasSizeLessThan(200);
        }
        assertThat(this.trend.now().points()).hasSizeBetween(86, 90);
        int before = this.asked.size();
        this.trend.catchUp();
        assertThat(this.asked).hasSize(before);
    }

    private MetricStore store() {
        return (MetricStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { MetricStore.class },
                (proxy, method, arguments) -> ((List<?>) arguments[0]).stream()
                    .map((query) -> series((SeriesQuery) query))
                    .toList());
    }

    private Series series(SeriesQuery query) {
        this.asked.add(query);
        List<Series.Point> points = new ArrayList<>();
        long begin = Math.floorDiv(query.range().from().getEpochSecond(), STEP.toSeconds()) * STEP.toSeconds();
        for (Instant at = Instant.ofEpochSecond(begin); at.isBefore(query.range().to()); at = at.plus(STEP)) {
            if (!at.isBefore(this.since)) {
                points.add(new Series.Point(at, 40));
            }
        }
        return new Series(query, Map.of(), points);
    }

}
