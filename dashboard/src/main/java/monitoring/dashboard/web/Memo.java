package monitoring.dashboard.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Keeps an answer for a while, so that twenty open screens cost as much as one. Whoever
 * comes while it is being asked for waits for that answer.
 *
 * @param <T> kind of answer
 */
public final class Memo<T> {

    private final Supplier<T> question;

    private final Duration age;

    private final Clock clock;

    private @Nullable T answer;

    private Instant until = Instant.MIN;

    public Memo(Supplier<T> question, Duration age, Clock clock) {
        this.question = question;
        this.age = age;
        this.clock = clock;
    }

    /** The answer, not older than its age. */
    public synchronized T get() {
        @Nullable T known = this.answer;
        if (known != null && this.clock.instant().isBefore(this.until)) {
            return known;
        }
        T fresh = this.question.get();
        this.answer = fresh;
        this.until = this.clock.instant().plus(this.age);
        return fresh;
    }

    /** Forgets the answer, because something was changed. */
    public synchronized void forget() {
        this.answer = null;
    }

}
