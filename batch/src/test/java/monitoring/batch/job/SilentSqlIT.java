package monitoring.batch.job;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import monitoring.batch.BatchProgram;
import monitoring.localservers.Database;
import monitoring.localservers.Line;
import monitoring.localservers.MariaDbExtension;
import monitoring.storage.metric.MetricRollups;
import net.javacrumbs.shedlock.core.LockProvider;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/** The SQL server falls silent while a job runs: connections stay, nothing comes. */
class SilentSqlIT {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    /** A lease is held for ten seconds, and asked for by those who wait. */
    private static final Duration LONG = Duration.ofSeconds(40);

    @RegisterExtension
    static final MariaDbExtension mariadb = new MariaDbExtension();

    @Test
    void endsTheRunAndLeavesTheLeaseToAnother() throws Exception {
        Database database = mariadb.newDatabase();
        ScheduledExecutorService prolonging = Executors.newSingleThreadScheduledExecutor();
        try (Line line = Line.to(URI.create(database.url().substring("jdbc:".length())).getPort());
                BatchProgram batch = through(line, database);
                BatchProgram other = BatchProgram.start(database,
                        List.of("batch.scheduled=false", "monitoring.influx.url=http://127.0.0.1:9"))) {
            JobHistory history = batch.bean(JobHistory.class);
            Silenced silenced = batch.bean(Silenced.class);
            Leases leases = new Leases(other.bean(LockProvider.class), prolonging, Clock.systemUTC());
            await(() -> assertThat(history.lastCompleted("rollup")).isNotNull());

            silenced.within(line);
            assertThat(silenced.within.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(taken(leases)).as("while it runs").isFalse();
            await(() -> assertThat(history.failures()).containsKey("rollup"));
            await(() -> assertThat(taken(leases)).as("taken over").isTrue());

            line.mend();
            Instant mended = Instant.now();
            await(() -> assertThat(history.lastCompleted("rollup")).isAfter(mended));
            assertThat(history.failures()).doesNotContainKey("rollup");
        }
        finally {
            prolonging.shutdownNow();
        }
    }

    private static void await(Runnable holds) {
        Awaitility.await().dontCatchUncaughtExceptions().atMost(LONG).untilAsserted(holds::run);
    }

    private static boolean taken(Leases leases) {
        return leases.runAlone("rollup", INTERVAL, () -> {
        });
    }

    private static BatchProgram through(Line line, Database database) {
        return BatchProgram.start(database.url().replaceFirst(":[0-9]+/", ":" + line.port() + "/"),
                List.of(Silenced.class), "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password(), "monitoring.influx.url=http://127.0.0.1:9",
                "batch.upkeep.rollup.interval=2s", "monitoring.sql.read-timeout=1s",
                "spring.datasource.hikari.connection-timeout=2000", "spring.datasource.hikari.validation-timeout=1000");
    }

    /**
     * Rollups within which the line falls silent, once. No {@code @Configuration}, else a
     * program started with the tests' classes finds it.
     */
    static class Silenced {

        final CountDownLatch within = new CountDownLatch(1);

        private volatile @Nullable Line line;

        void within(Line line) {
            this.line = line;
        }

        @Bean
        MetricRollups metricRollups() {
            return new MetricRollups() {

                @Override
                public void prepare(Duration fiveMinutes, Duration hours) {
                    if (Silenced.this.line != null && Silenced.this.within.getCount() > 0) {
                        Silenced.this.line.silence();
                        Silenced.this.within.countDown();
                    }
                }

                @Override
                public Progress advance(Instant now, Pace pace) {
                    return new Progress(0, 0, 0, false);
                }

            };
        }

    }

}
