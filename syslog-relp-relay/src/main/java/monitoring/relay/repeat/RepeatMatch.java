package monitoring.relay.repeat;

import java.util.ArrayList;
import java.util.List;

import monitoring.relay.intake.IntakeListener;
import org.jspecify.annotations.Nullable;

/**
 * Compares the first messages of a connection with what was kept from its sender. They
 * are a repetition when they equal a tail from some message on up to its very end; until
 * that is known, nothing may be answered. For one thread.
 */
public final class RepeatMatch {

    private final List<Tail> tails;

    private final IntakeListener owner;

    private @Nullable List<Start> alive;

    private int offered;

    private @Nullable Tail found;

    RepeatMatch(List<Tail> tails, IntakeListener owner) {
        this.tails = tails;
        this.owner = owner;
    }

    /** Looks at the next message. */
    public Verdict offer(long hash) {
        List<Start> before = this.alive;
        List<Start> after = new ArrayList<>();
        if (before == null) {
            for (Tail tail : this.tails) {
                for (long number : tail.find(hash)) {
                    after.add(new Start(tail, number));
                }
            }
        }
        else {
            for (Start start : before) {
                if (start.tail().matches(start.number() + this.offered, hash)) {
                    after.add(start);
                }
            }
        }
        this.offered++;
        this.alive = after;
        for (Start start : after) {
            if (start.tail().takeOver(start.number() + this.offered, this.offered, this.owner)) {
                this.found = start.tail();
                return Verdict.REPEATED;
            }
        }
        return after.isEmpty() ? Verdict.NEW : Verdict.UNDECIDED;
    }

    /** How many messages were looked at. */
    public int offered() {
        return this.offered;
    }

    /** The tail with which the connection goes on. */
    public Tail tail() {
        Tail tail = this.found;
        if (tail == null) {
            throw new IllegalStateException("Nothing was repeated");
        }
        return tail;
    }

    /** What is known after a message. */
    public enum Verdict {

        /** They may be repeated; more is needed. */
        UNDECIDED,
        /** All of them are repeated; what follows is new. */
        REPEATED,
        /** All of them are new. */
        NEW

    }

    private record Start(Tail tail, long number) {
    }

}
