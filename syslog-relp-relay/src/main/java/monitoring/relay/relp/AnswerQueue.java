package monitoring.relay.relp;

import java.util.Arrays;

import io.netty.buffer.ByteBuf;

/**
 * Which messages of a session wait for their answer, and the answers' bytes. Transaction
 * numbers are answered in their order, each once; only the last of each run is stored.
 */
final class AnswerQueue {

    private static final byte[] OK = { ' ', 'r', 's', 'p', ' ', '6', ' ', '2', '0', '0', ' ', 'O', 'K', '\n' };

    private static final int LONGEST = 9 + OK.length;

    private long[] positions = new long[8];

    private int[] counts = new int[8];

    private int head;

    private int size;

    private int waiting;

    /** The digits of the number that is answered next, right-aligned. */
    private final byte[] digits = new byte[9];

    private int firstDigit = 9;

    private int lastNumber = FrameReader.MAX_NUMBER;

    /** The first number that will be answered. */
    void startAt(int txnr) {
        this.firstDigit = 9;
        for (int rest = txnr; rest > 0; rest /= 10) {
            this.digits[--this.firstDigit] = (byte) ('0' + rest % 10);
        }
    }

    /** After this number, 1 comes next: not all clients use the last one. */
    void wrapAfter(int txnr) {
        this.lastNumber = txnr;
    }

    /** The next so many messages are to be answered when a position is kept. */
    void add(long position, int count) {
        this.waiting += count;
        int last = (this.head + this.size - 1) & (this.positions.length - 1);
        if (this.size > 0 && this.positions[last] >= position) {
            this.counts[last] += count;
            return;
        }
        if (this.size == this.positions.length) {
            grow();
        }
        int tail = (this.head + this.size) & (this.positions.length - 1);
        this.positions[tail] = position;
        this.counts[tail] = count;
        this.size++;
    }

    /** Takes out what is kept now. */
    int take(long kept) {
        int taken = 0;
        while (this.size > 0 && this.positions[this.head] <= kept) {
            taken += this.counts[this.head];
            this.head = (this.head + 1) & (this.positions.length - 1);
            this.size--;
        }
        this.waiting -= taken;
        return taken;
    }

    /** How many messages wait. */
    int waiting() {
        return this.waiting;
    }

    /** How many bytes so many answers need at most. */
    static int bytesFor(int count) {
        return count * LONGEST;
    }

    /** Writes the next so many answers. */
    void write(int count, ByteBuf to) {
        for (int i = 0; i < count; i++) {
            to.writeBytes(this.digits, this.firstDigit, 9 - this.firstDigit);
            to.writeBytes(OK);
            increment();
        }
    }

    private void increment() {
        int at = 8;
        while (at >= this.firstDigit && this.digits[at] == '9') {
            this.digits[at--] = '0';
        }
        if (at >= this.firstDigit) {
            this.digits[at]++;
        }
        else if (this.firstDigit > 0) {
            this.digits[--this.firstDigit] = '1';
        }
        if (this.firstDigit == 0 && number() > this.lastNumber || at < 0) {
            startAt(1);
            this.lastNumber = FrameReader.MAX_NUMBER;
        }
    }

    private int number() {
        int number = 0;
        for (byte digit : this.digits) {
            number = number * 10 + digit - '0';
        }
        return number;
    }

    private void grow() {
        int length = this.positions.length;
        long[] grownPositions = Arrays.copyOfRange(this.positions, this.head, this.head + length * 2);
        int[] grownCounts = Arrays.copyOfRange(this.counts, this.head, this.head + length * 2);
        System.arraycopy(this.positions, 0, grownPositions, length - this.head, this.head);
        System.arraycopy(this.counts, 0, grownCounts, length - this.head, this.head);
        this.positions = grownPositions;
        this.counts = grownCounts;
        this.head = 0;
    }

}
