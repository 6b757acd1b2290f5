package monitoring.relay.repeat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.Source;
import org.jspecify.annotations.Nullable;

/**
 * The tails of all connections that are open or were not closed properly. Safe for use by
 * several threads.
 */
public final class KeptTails {

    /**
     * A sender has few connections; who breaks more of them is remembered by the newest.
     */
    private static final int MAX_BROKEN_PER_PEER = 16;

    private final int capacity;

    private final int maxBroken;

    private final Map<String, List<Tail>> byPeer = new HashMap<>();

    /** Tails without a connection, the longest without one first. */
    private final Deque<Tail> broken = new ArrayDeque<>();

    /**
     * Creates it.
     * @param capacity how many messages of a connection are remembered, a power of 2
     * @param maxBroken how many broken connections are remembered
     */
    public KeptTails(int capacity, int maxBroken) {
        this.capacity = capacity;
        this.maxBroken = maxBroken;
    }

    /** The tail of a new connection. */
    public Tail begin(Source source, IntakeListener owner) {
        Tail tail = new Tail(source, this.capacity, owner);
        synchronized (this) {
            this.byPeer.computeIfAbsent(source.peer(), (peer) -> new ArrayList<>(2)).add(tail);
        }
        return tail;
    }

    /** What a new connection may repeat; nothing if there is nothing to repeat. */
    public @Nullable RepeatMatch match(Tail own, IntakeListener owner) {
        List<Tail> candidates = new ArrayList<>();
        synchronized (this) {
            for (Tail tail : this.byPeer.getOrDefault(own.source().peer(), List.of())) {
                if (tail != own && tail.source().transport() == own.source().transport() && tail.isRepeatable()) {
                    candidates.add(tail);
                }
            }
        }
        return candidates.isEmpty() ? null : new RepeatMatch(candidates, owner);
    }

    /**
     * Forgets a tail: its connection was closed properly, or goes on with another tail.
     */
    public synchronized void forget(Tail tail) {
        this.broken.remove(tail);
        drop(tail);
    }

    /** A connection goes on with a tail: it is no longer one without a connection. */
    public synchronized void takenOver(Tail tail) {
        this.broken.remove(tail);
    }

    /**
     * The owner's connection broke: its sender may repeat what it has got no answer for.
     */
    public synchronized void broke(Tail tail, IntakeListener owner) {
        if (!tail.release(owner)) {
            return;
        }
        if (tail.isEmpty()) {
            drop(tail);
            return;
        }
        this.broken.addLast(tail);
        int ofPeer = 0;
        for (Iterator<Tail> newest = this.broken.descendingIterator(); newest.hasNext();) {
            Tail other = newest.next();
            if (other.source().peer().equals(tail.source().peer()) && ++ofPeer > MAX_BROKEN_PER_PEER) {
                newest.remove();
                drop(other);
            }
        }
        while (this.broken.size() > this.maxBroken) {
            drop(this.broken.removeFirst());
        }
    }

    /** Remembers messages that a journal holds from before a restart. */
    public synchronized void restore(Source source, long position, long[] hashes) {
        Tail found = null;
        List<Tail> tails = this.byPeer.computeIfAbsent(source.peer(), (peer) -> new ArrayList<>(2));
        for (Tail tail : tails) {
            if (tail.source().session() == source.session()) {
                found = tail;
            }
        }
        if (found == null) {
            found = new Tail(source, this.capacity, null);
            tails.add(found);
            this.broken.addLast(found);
            if (this.broken.size() > this.maxBroken) {
                drop(this.broken.removeFirst());
            }
        }
        found.restore(hashes, position);
    }

    private void drop(Tail tail) {
        List<Tail> tails = this.byPeer.get(tail.source().peer());
        if (tails != null && tails.remove(tail) && tails.isEmpty()) {
            this.byPeer.remove(tail.source().peer());
        }
    }

}
