package monitoring.dashboard.log;

import java.util.ArrayList;
import java.util.List;

import monitoring.storage.log.DeadLetter;
import monitoring.storage.log.DeadLetterPage;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.WriteResult;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Writes dead letters again, some hundred at a time. */
@Component
class DeadLetterReplay {

    private static final int AT_ONCE = 500;

    private final DeadLetterStore letters;

    DeadLetterReplay(DeadLetterStore letters) {
        this.letters = letters;
    }

    Outcome these(List<String> ids) {
        Outcome outcome = Outcome.NONE;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            outcome = outcome.plus(this.letters.replay(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
        }
        return outcome;
    }

    /** Each one once: what is refused again does not come a second time. */
    Outcome all(DeadLetterForm form) {
        List<String> ids = new ArrayList<>();
        @Nullable String after = null;
        do {
            DeadLetterPage page = this.letters.list(form.after(after).query(AT_ONCE));
            page.letters().stream().map(DeadLetter::id).forEach(ids::add);
            after = page.next();
        }
        while (after != null);
        return these(ids);
    }

    /**
     * What came of it.
     *
     * @param taken events that stand among the logs now
     * @param refused events that were refused again
     * @param later events that the log store did not take just now, and might later
     */
    record Outcome(long taken, long refused, long later) {

        static final Outcome NONE = new Outcome(0, 0, 0);

        Outcome plus(List<WriteResult> results) {
            return new Outcome(this.taken + count(results, WriteResult.Outcome.KEPT),
                    this.refused + count(results, WriteResult.Outcome.REFUSED),
                    this.later + count(results, WriteResult.Outcome.RETRYABLE));
        }

        private static long count(List<WriteResult> results, WriteResult.Outcome outcome) {
            return results.stream().filter((result) -> result.outcome() == outcome).count();
        }

    }

}
