package monitoring.dashboard.web;

import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Keeps what was worked out of things that never change, so that those who look at the
 * same picture at once cost as much as one. It is kept as long as these things are the
 * very same objects; the next picture is another one. At most so many answers are kept.
 *
 * @param <Q> kind of question; equal ones have the same answer
 * @param <A> kind of answer
 */
public final class Derived<Q extends Object, A extends Object> {

    private final int most;

    private volatile Kept<Q, A> kept;

    /**
     * Keeps nothing yet.
     * @param most answers at most
     */
    public Derived(int most) {
        this.most = most;
        this.kept = fresh();
    }

    /**
     * The answer to a question.
     * @param work gives it where it is not kept
     * @param sources all that it is worked out of
     */
    public A of(Q question, Supplier<A> work, Object... sources) {
        Kept<Q, A> now = this.kept;
        if (!now.isOf(sources)) {
            now = fresh(sources);
            this.kept = now;
        }
        return now.answers.get(question, (any) -> work.get());
    }

    private Kept<Q, A> fresh(Object... sources) {
        return new Kept<>(sources, Caffeine.newBuilder().maximumSize(this.most).executor(Runnable::run).build());
    }

    /** The answers that are worked out of the same things. */
    private record Kept<Q extends Object, A extends Object>(Object[] sources, Cache<Q, A> answers) {

        boolean isOf(Object[] others) {
            if (others.length != this.sources.length) {
                return false;
            }
            for (int i = 0; i < others.length; i++) {
                if (others[i] != this.sources[i]) {
                    return false;
                }
            }
            return true;
        }

    }

}
