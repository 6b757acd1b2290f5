package monitoring.dashboard.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an answer for a while, so that twenty open screens cost as much as one. Whoever
 * comes while it is being asked for waits for that answer; one that
 * {@linkplain #behind(Supplier, Duration, Clock) refreshes behind} gives an answer that
 * is a little too old at once, and asks for the next one meanwhile. What takes long to
 * ask for is asked for less often, and one after the other, so that a large foundation
 * does not keep its stores busy with nothing but the pictures of it.
 *
 * @param <T> kind of answer
 */
public final class Memo<T> {

    /**
     * An answer that is so many times too old is not given while the next is asked for.
     */
    private static final int PATIENCE = 6;

    /** Of the time, at most one part in so many is spent asking behind pages. */
    private static final int SHARE = 10;

    /** What takes long to ask for is asked for seldom: it need not wait as often. */
    private static final int PATIENCE_WITH_SLOW = 3;

    /** What took longer is asked for behind pages while nothing else of the kind is. */
    private static final Duration LONG = Duration.ofMillis(500);

    private static final Semaphore ALONE = new Semaphore(1);

    private static final Logger logger = LoggerFactory.getLogger(Memo.class);

    private static final ExecutorService BEHIND = Executors.newFixedThreadPool(3, (work) -> {
        Thread thread = new Thread(work, "refresh");
        thread.setDaemon(true);
        return thread;
    });

    private final Supplier<T> question;

    private final Duration age;

    /** 0 for one that does not refresh behind. */
    private final int patience;

    private final Clock clock;

    private final AtomicBoolean asking = new AtomicBoolean();

    private final AtomicInteger changes = new AtomicInteger();

    private volatile @Nullable Kept<T> kept;

    public Memo(Supplier<T> question, Duration age, Clock clock) {
        this(question, age, 0, clock);
    }

    private Memo(Supplier<T> question, Duration age, int patience, Clock clock) {
        this.question = question;
        this.age = age;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * One that answers at once, with an answer of up to six times the age, and asks for
     * the next one behind the page that came. The age is ten times as long as asking
     * took, if that is longer; of that, an answer of up to three times is given.
     */
    public static <T> Memo<T> behind(Supplier<T> question, Duration age, Clock clock) {
        return behind(question, age, PATIENCE, clock);
    }

    /**
     * The same with an answer of up to so many times the age.
     * @param patience how many, at least 2
     */
    public static <T> Memo<T> behind(Supplier<T> question, Duration age, int patience, Clock clock) {
        return new Memo<>(question, age, patience, clock);
    }

    /** The answer, not older than its age; if it refreshes behind, some times that. */
    public T get() {
        Kept<T> known = this.kept;
        if (known == null || isOlder(known, limit(known))) {
            return fresh();
        }
        if (isOlder(known, age(known)) && this.asking.compareAndSet(false, true)) {
            BEHIND.execute(this::refresh);
        }
        return known.answer();
    }

    /** The answer if there is one that may still be given; nothing is asked for. */
    public @Nullable T peek() {
        Kept<T> known = this.kept;
        return (known == null || isOlder(known, limit(known))) ? null : known.answer();
    }

    /**
     * Asks, in front of the caller, where no answer is kept or where it is so old that a
     * page would soon have to wait for the next. Who calls it again and again keeps pages
     * from waiting also where nobody looked for long.
     */
    void keep() {
        Kept<T> known = this.kept;
        boolean due = known == null || isOlder(known, limit(known).dividedBy(2));
        if (due && this.asking.compareAndSet(false, true)) {
            refresh();
        }
    }

    private synchronized T fresh() {
        Kept<T> known = this.kept;
        return (known != null && !isOlder(known, limit(known))) ? known.answer() : ask();
    }

    /** One asks at a time: who came while it was asked for takes that answer. */
    private synchronized void renew() {
        Kept<T> known = this.kept;
        if (known == null || isOlder(known, age(known))) {
            ask();
        }
    }

    private void refresh() {
        try {
            Kept<T> known = this.kept;
            if (known != null && known.took().compareTo(LONG) > 0) {
                alone(this::renew);
            }
            else {
                renew();
            }
        }
        catch (RuntimeException ex) {
            logger.warn("An answer stays as old as it is; the next page asks again", ex);
        }
        finally {
            this.asking.set(false);
        }
    }

    /**
     * Does what takes long, unless something else does that is done alone: whoever comes
     * next tries again, and has the answer before meanwhile.
     */
    static void alone(Runnable work) {
        if (ALONE.tryAcquire()) {
            try {
                work.run();
            }
            finally {
                ALONE.release();
            }
        }
    }

    private T ask() {
        int before = this.changes.get();
        Instant begin = this.clock.instant();
        T answer = this.question.get();
        if (this.changes.get() == before) {
            Instant now = this.clock.instant();
            this.kept = new Kept<>(answer, now, Duration.between(begin, now));
        }
        return answer;
    }

    private Duration age(Kept<T> known) {
        Duration spared = known.took().multipliedBy(SHARE);
        return (this.patience > 0 && spared.compareTo(this.age) > 0) ? spared : this.age;
    }

    private Duration limit(Kept<T> known) {
        if (this.patience == 0) {
            return this.age;
        }
        Duration usual = this.age.multipliedBy(this.patience);
        Duration slow = age(known).multipliedBy(PATIENCE_WITH_SLOW);
        return (slow.compareTo(usual) > 0) ? slow : usual;
    }

    private boolean isOlder(Kept<T> known, Duration age) {
        return !this.clock.instant().isBefore(known.at().plus(age));
    }

    /**
     * Makes the answer that is kept follow a change without being asked for anew; an
     * answer that is just being asked for is not kept.
     */
    public void amend(UnaryOperator<T> change) {
        synchronized (this.changes) {
            this.changes.incrementAndGet();
            Kept<T> known = this.kept;
            if (known != null) {
                this.kept = new Kept<>(change.apply(known.answer()), known.at(), known.took());
            }
        }
    }

    /** Forgets the answer, because something was changed. */
    public void forget() {
        this.changes.incrementAndGet();
        this.kept = null;
    }

    private record Kept<T>(T answer, Instant at, Duration took) {
    }

}
