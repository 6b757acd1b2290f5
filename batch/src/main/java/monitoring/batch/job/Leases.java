package monitoring.batch.job;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which instance runs a job: a row in SQL, held while the job runs and until its next run
 * is nearly due. When an instance dies, its lease runs out just before the next run, and
 * another one, which goes on asking, takes over within the interval.
 */
final class Leases {

    private static final Logger logger = LoggerFactory.getLogger(Leases.class);

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final LockProvider locks;

    private final ScheduledExecutorService prolonging;

    private final Clock clock;

    Leases(LockProvider locks, ScheduledExecutorService prolonging, Clock clock) {
        this.locks = locks;
        this.prolonging = prolonging;
        this.clock = clock;
    }

    /**
     * Runs something unless another instance does, or did less than an interval ago.
     * @param job name of the lease
     * @param interval of the job
     * @param run what to do
     * @return whether it was run
     */
    boolean runAlone(String job, Duration interval, Runnable run) {
        Duration least = interval.multipliedBy(95).dividedBy(100);
        Duration most = (least.compareTo(SHORTEST) < 0) ? SHORTEST : least;
        Optional<SimpleLock> lock = this.locks.lock(new LockConfiguration(this.clock.instant(), job, most, least));
        if (lock.isEmpty()) {
            return false;
        }
        Lease lease = new Lease(job, lock.get(), most, least);
        ScheduledFuture<?> prolong = this.prolonging.scheduleWithFixedDelay(lease::prolong, most.toMillis() / 3,
                most.toMillis() / 3, TimeUnit.MILLISECONDS);
        try {
            run.run();
        }
        finally {
            prolong.cancel(false);
            lease.release();
        }
        return true;
    }

    /** A lease that is held. */
    private static final class Lease {

        private final String job;

        private final Duration most;

        private final Duration least;

        private SimpleLock lock;

        private Lease(String job, SimpleLock lock, Duration most, Duration least) {
            this.job = job;
            this.lock = lock;
            this.most = most;
            this.least = least;
        }

        synchronized void prolong() {
            try {
                this.lock.extend(this.most, this.least).ifPresent((prolonged) -> this.lock = prolonged);
            }
            catch (RuntimeException ex) {
                logger.warn("Lease of {} not prolonged: {}", this.job, ex.getMessage());
            }
        }

        synchronized void release() {
            try {
                this.lock.unlock();
            }
            catch (RuntimeException ex) {
                logger.warn("Lease of {} not given back, it runs out by itself: {}", this.job, ex.getMessage());
            }
        }

    }

}
