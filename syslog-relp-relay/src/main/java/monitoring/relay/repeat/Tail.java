package monitoring.relay.repeat;

import java.util.Arrays;

import monitoring.relay.intake.Intake;
import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of the last messages that were kept from one sender's connection, and from
 * those that went on where it broke off. One owner at a time may append to it. Half of
 * each hash is enough: a wrong decision needs all of a repetition to look like another
 * one.
 */
public final class Tail {

    /** What {@link #append} answers when another connection goes on with the tail. */
    public static final long TAKEN_OVER = -2;

    private final Source source;

    private final int capacity;

    private int[] hashes = new int[16];

    /** How many messages there were in all; the ring holds the last of them. */
    private long total;

    /** How many of them were answered, as far as we know. */
    private long answered;

    private long lastPosition;

    private @Nullable IntakeListener owner;

    private boolean stalled;

    Tail(Source source, int capacity, @Nullable IntakeListener owner) {
        this.source = source;
        this.capacity = capacity;
        this.owner = owner;
    }

    /** Under which source its messages are kept. */
    public Source source() {
        return this.source;
    }

    /**
     * Hands a block on and remembers its messages.
     * @return as the intake answers, or {@link #TAKEN_OVER}
     */
    public synchronized long append(MessageBlock block, Intake intake, IntakeListener by) {
        if (this.owner != by) {
            return TAKEN_OVER;
        }
        long position = intake.append(block, this.source, by);
        if (position != Intake.NO_ROOM) {
            for (int i = 0; i < block.count(); i++) {
                remember(block.hash(i));
            }
            this.lastPosition = position;
        }
        return position;
    }

    /** Notes that so many more of its messages were answered. */
    public synchronized void answered(int count, IntakeListener by) {
        if (this.owner == by) {
            this.answered += count;
        }
    }

    synchronized void restore(long[] restored, long position) {
        for (long hash : restored) {
            remember(hash);
        }
        this.lastPosition = position;
        this.answered = this.total; // nobody knows; a sender may repeat any of them
    }

    /** Ends the ownership, if it is still this one's. */
    synchronized boolean release(IntakeListener by) {
        if (this.owner != by) {
            return false;
        }
        this.owner = null;
        return true;
    }

    /**
     * Numbers of the messages that look like this one and may be the first that is
     * repeated.
     */
    synchronized long[] find(long hash) {
        long[] found = new long[4];
        int count = 0;
        long last = Math.min(this.answered, this.total - 1);
        for (long number = Math.max(0, this.total - this.hashes.length); number <= last; number++) {
            if (hash(number) == (int) hash) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = number;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Whether a message is still remembered and looks like this one. */
    synchronized boolean matches(long number, long hash) {
        return number < this.total && number >= this.total - this.hashes.length && hash(number) == (int) hash;
    }

    /**
     * Goes on with the tail if the repetition reached its end.
     * @param end number behind the last message that was repeated
     * @param repeated how many were
     */
    synchronized boolean takeOver(long end, int repeated, IntakeListener by) {
        if (end != this.total) {
            return false;
        }
        this.owner = by;
        this.stalled = false;
        this.answered = this.total - repeated;
        return true;
    }

    /** Position of its last message. */
    public synchronized long lastPosition() {
        return this.lastPosition;
    }

    /**
     * Notes whether its connection has stopped reading: then its sender may long have
     * gone.
     */
    public synchronized void stalled(boolean stalled) {
        this.stalled = stalled;
    }

    /**
     * Whether its sender may have to repeat something. Of a healthy connection all is
     * answered; a second one that happens to send the same lines must not end it.
     */
    synchronized boolean isRepeatable() {
        return this.total > 0 && (this.owner == null || this.stalled || this.total > this.answered);
    }

    synchronized boolean isEmpty() {
        return this.total == 0;
    }

    private void remember(long hash) {
        if (this.total >= this.hashes.length && this.hashes.length < this.capacity) {
            grow();
        }
        this.hashes[(int) (this.total++ & (this.hashes.length - 1))] = (int) hash;
    }

    /**
     * The ring grows as soon as it is full, so it forgets nothing before it has its
     * largest size.
     */
    private void grow() {
        int[] grown = new int[this.hashes.length * 2];
        for (long number = this.total - this.hashes.length; number < this.total; number++) {
            grown[(int) (number & (grown.length - 1))] = hash(number);
        }
        this.hashes = grown;
    }

    private int hash(long number) {
        return this.hashes[(int) (number & (this.hashes.length - 1))];
    }

}
