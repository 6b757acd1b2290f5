package monitoring.dashboard.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answers to some questions for some seconds, so that those who ask the same at
 * once cost as much as one. Who asks for what is just being asked waits for that answer.
 * At most so many answers are kept; the least asked for go first.
 *
 * @param <Q> kind of question; equal ones have the same answer for everybody
 * @param <A> kind of answer
 */
public final class Answers<Q extends Object, A extends Object> {

    private final Cache<Q, A> kept;

    /**
     * Keeps nothing yet.
     * @param most answers at most
     * @param age how old an answer may be
     */
    public Answers(int most, Duration age, Clock clock) {
        Instant begin = clock.instant();
        this.kept = Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterWrite(age)
            .ticker(() -> Duration.between(begin, clock.instant()).toNanos())
            .executor(Runnable::run)
            .build();
    }

    /**
     * The answer to a question.
     * @param ask asks where no answer is kept; what it cannot answer, with null, is not
     * kept either
     * @param otherwise the answer then
     */
    public A to(Q question, Function<Q, @Nullable A> ask, A otherwise) {
        @Nullable A answer = this.kept.get(question, ask);
        return (answer == null) ? otherwise : answer;
    }

    /**
     * The begin of the stretch of a length that a moment is in, so that questions about
     * "now" that come within it are the same.
     */
    public static Instant aligned(Instant now, Duration length) {
        long millis = length.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), millis) * millis);
    }

}
