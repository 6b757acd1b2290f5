package monitoring.batch.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import monitoring.batch.BatchProgram;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances and one row in SQL. */
class LeasesTest {

    private static BatchProgram program;

    private final ScheduledExecutorService prolonging = Executors.newSingleThreadScheduledExecutor();

    private final LockProvider locks = program.bean(LockProvider.class);

    private final Leases one = new Leases(this.locks, this.prolonging, Clock.systemUTC());

    private final Leases other = new Leases(this.locks, this.prolonging, Clock.systemUTC());

    @BeforeAll
    static void start() {
        program = BatchProgram.atRest();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void runsNothingThatAnotherInstanceRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Boolean> first = thread.submit(() -> this.one.runAlone("running", Duration.ofSeconds(1), () -> {
            running.countDown();
            await(finish);
        }));
        running.await();

        assertThat(this.other.runAlone("running", Duration.ofSeconds(1), () -> {
        })).isFalse();
        assertThat(this.other.runAlone("another job", Duration.ofSeconds(1), () -> {
        })).isTrue();
        finish.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
        thread.shutdown();
    }

    @Test
    void runsOnceAnIntervalWhoeverRuns() {
        List<Instant> runs = Collections.synchronizedList(new ArrayList<>());
        Duration interval = Duration.ofSeconds(1);
        Awaitility.await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(30)).until(() -> {
            this.one.runAlone("shared", interval, () -> runs.add(Instant.now()));
            this.other.runAlone("shared", interval, () -> runs.add(Instant.now()));
            return runs.size() >= 4;
        });
        for (int number = 1; number < runs.size(); number++) {
            assertThat(Duration.between(runs.get(number - 1), runs.get(number)))
                .isGreaterThanOrEqualTo(Duration.ofMillis(900));
        }
    }

    @Test
    void isFreeBeforeTheNextRunWhenAnInstanceDied() {
        Duration interval = Duration.ofSeconds(11);
        Duration lease = interval.multipliedBy(95).dividedBy(100);
        Instant died = Instant.now();
        // one that is killed neither prolongs nor gives back
        assertThat(this.locks.lock(new LockConfiguration(died, "orphaned", lease, lease))).isPresent();

        Awaitility.await()
            .pollInterval(interval.dividedBy(20))
            .atMost(interval.plusSeconds(5))
            .until(() -> this.other.runAlone("orphaned", interval, () -> {
            }));
        assertThat(Duration.between(died, Instant.now())).isLessThan(interval.plusMillis(500));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

}
