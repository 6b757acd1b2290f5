package monitoring.relay.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

import monitoring.relay.intake.IntakeListener;

/**
 * Who is to be told when a position is kept, or when there is room again. Listeners are
 * called without any lock.
 */
final class Waiters {

    private final LongSupplier kept;

    private final PriorityQueue<Waiter> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiter::position));

    private List<IntakeListener> roomless = new ArrayList<>();

    Waiters(LongSupplier kept) {
        this.kept = kept;
    }

    /** The listener is told when the position is kept; at once if it is. */
    void awaitKept(long position, IntakeListener listener) {
        synchronized (this) {
            if (position > this.kept.getAsLong()) {
                this.waiting.add(new Waiter(position, listener));
                return;
            }
        }
        listener.kept(this.kept.getAsLong());
    }

    synchronized void awaitRoom(IntakeListener listener) {
        this.roomless.add(listener);
    }

    synchronized boolean isRoomAwaited() {
        return !this.roomless.isEmpty();
    }

    /** Tells those who waited for what is kept now; each once. */
    void tellKept() {
        List<IntakeListener> told = new ArrayList<>();
        long reached;
        synchronized (this) {
            reached = this.kept.getAsLong();
            IntakeListener before = null;
            while (!this.waiting.isEmpty() && this.waiting.element().position() <= reached) {
                IntakeListener listener = this.waiting.remove().listener();
                if (listener != before) {
                    told.add(listener);
                }
                before = listener;
            }
        }
        for (IntakeListener listener : told) {
            listener.kept(reached);
        }
    }

    void tellRoom() {
        List<IntakeListener> told;
        synchronized (this) {
            told = this.roomless;
            this.roomless = new ArrayList<>();
        }
        told.forEach(IntakeListener::room);
    }

    private record Waiter(long position, IntakeListener listener) {
    }

}
