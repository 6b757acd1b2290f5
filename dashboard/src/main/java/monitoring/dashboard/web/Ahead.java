package monitoring.dashboard.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks for what all pages share before anybody comes, and again before it is so old that
 * somebody would wait for it. One thread asks for one after the other, so that a store
 * that is slow or away is asked for nothing twice, and for little while nobody looks.
 * What cannot be asked for is tried again a second later.
 */
@Component
class Ahead implements DisposableBean {

    private static final Logger logger = LoggerFactory.getLogger(Ahead.class);

    private static final Duration PACE = Duration.ofSeconds(1);

    /** For so long a stop waits for the answer that is just being asked for. */
    private static final Duration PARTING = Duration.ofSeconds(5);

    /**
     * What was missed is asked for during one part in so many of the time: who has just
     * come looks at pages, and the stores are for those.
     */
    private static final int SHARE = 3;

    private final List<Standing> standing;

    private final Clock clock;

    private final boolean on;

    private Instant nextPiece = Instant.MIN;

    private volatile boolean stopped;

    private @Nullable ScheduledExecutorService thread;

    Ahead(List<Standing> standing, WebProperties properties, Clock clock) {
        this.standing = standing;
        this.clock = clock;
        this.on = properties.askAhead();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!this.on) {
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor((work) -> {
            Thread one = new Thread(work, "ahead");
            one.setDaemon(true);
            return one;
        });
        started.execute(this::first);
        started.scheduleWithFixedDelay(this::turn, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
        this.thread = started;
    }

    private void first() {
        long begin = System.nanoTime();
        turn();
        logger.info("What pages share was asked for ahead, in {} ms", (System.nanoTime() - begin) / 1_000_000);
    }

    private void keep() {
        for (Standing one : this.standing) {
            for (Memo<?> memo : one.standing()) {
                if (this.stopped) {
                    return;
                }
                memo.keep();
            }
        }
    }

    /** One piece at a time: what pages wait for goes before. */
    private void catchUp() {
        Instant begin = this.clock.instant();
        if (begin.isBefore(this.nextPiece)) {
            return;
        }
        for (Standing one : this.standing) {
            if (this.stopped || one.catchUp()) {
                break;
            }
        }
        Instant end = this.clock.instant();
        this.nextPiece = end.plus(Duration.between(begin, end).multipliedBy(SHARE - 1));
    }

    /** Asks for what is due. */
    void turn() {
        try {
            keep();
            Memo.alone(this::catchUp);
        }
        catch (RuntimeException ex) {
            logger.warn("What pages share was not asked for ahead; the next turn is in {}", PACE, ex);
        }
    }

    boolean isStopped() {
        return this.stopped;
    }

    /**
     * Waits rather than interrupts: a thread that is interrupted closes the file of the
     * embedded database.
     */
    @Override
    public void destroy() throws InterruptedException {
        this.stopped = true;
        ExecutorService started = this.thread;
        if (started != null) {
            started.shutdown();
            started.awaitTermination(PARTING.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

}
