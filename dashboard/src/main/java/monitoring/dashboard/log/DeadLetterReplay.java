package monitoring.dashboard.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.account.AuditDetail;
import monitoring.storage.log.DeadLetter;
import monitoring.storage.log.DeadLetterPage;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogStoreException;
import monitoring.storage.log.WriteResult;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Writes dead letters again, some hundred at a time. */
@Component
class DeadLetterReplay {

    private static final int AT_ONCE = 500;

    private final DeadLetterStore letters;

    private final Audit audit;

    DeadLetterReplay(DeadLetterStore letters, Audit audit) {
        this.letters = letters;
        this.audit = audit;
    }

    /** Those that were chosen; who did it is audited. */
    Outcome these(List<String> ids) {
        return audited(AuditDetail.of("chosen", ids.size()), () -> again(ids));
    }

    private Outcome again(List<String> ids) {
        Outcome outcome = Outcome.NONE;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            outcome = outcome.plus(this.letters.replay(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
        }
        return outcome;
    }

    /**
     * All that fit a filter, each one once: what is refused again does not come a second
     * time.
     */
    Outcome all(DeadLetterForm form) {
        List<String> ids = new ArrayList<>();
        @Nullable String after = null;
        do {
            DeadLetterPage page = this.letters.list(form.after(after).query(AT_ONCE));
            page.letters().stream().map(DeadLetter::id).forEach(ids::add);
            after = page.next();
        }
        while (after != null);
        return audited(AuditDetail.of("chosen", ids.size()).with("words", form.q()).with("sender", form.peer()),
                () -> again(ids));
    }

    /** Also what failed half way is audited: some of it may have been written. */
    private Outcome audited(AuditDetail which, Supplier<Outcome> replay) {
        try {
            Outcome outcome = replay.get();
            this.audit.record("dead-letters.replay", "dead-letters", outcome.added(which));
            return outcome;
        }
        catch (LogStoreException ex) {
            this.audit.record("dead-letters.replay", "dead-letters", which.with("failure", ex.getMessage()));
            throw ex;
        }
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

        private AuditDetail added(AuditDetail which) {
            return which.with("taken", this.taken).with("refused", this.refused).with("later", this.later);
        }

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
