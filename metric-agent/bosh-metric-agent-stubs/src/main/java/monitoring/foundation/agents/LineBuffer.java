package monitoring.foundation.agents;

import java.util.Arrays;

import monitoring.foundation.agents.LinePointSink.LineBatch;

/**
 * Bytes of lines for one database; numbers are written without making strings of them.
 */
final class LineBuffer {

    private static final long[] POWERS = { 1, 10, 100, 1000 };

    private final String database;

    private byte[] bytes = new byte[1 << 16];

    private int length;

    private int lines;

    LineBuffer(String database) {
        this.database = database;
    }

    LineBuffer append(byte[] part) {
        reserve(part.length);
        System.arraycopy(part, 0, this.bytes, this.length, part.length);
        this.length += part.length;
        return this;
    }

    LineBuffer append(char ascii) {
        reserve(1);
        this.bytes[this.length++] = (byte) ascii;
        return this;
    }

    LineBuffer append(long number) {
        reserve(20);
        if (number < 0) {
            this.bytes[this.length++] = '-';
        }
        long rest = Math.abs(number);
        int digits = 1;
        for (long limit = 10; limit <= rest && digits < 19; limit *= 10) {
            digits++;
        }
        for (int at = this.length + digits - 1; at >= this.length; at--) {
            this.bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        this.length += digits;
        return this;
    }

    /** Writes a number with up to three decimals, as all values of the agents have. */
    LineBuffer append(double number) {
        if (number < 0) {
            append('-');
        }
        long thousandths = Math.round(Math.abs(number) * 1000);
        append(thousandths / 1000);
        long fraction = thousandths % 1000;
        if (fraction != 0) {
            append('.');
            for (int digit = 2; digit >= 0 && fraction != 0; digit--) {
                append((char) ('0' + fraction / POWERS[digit]));
                fraction %= POWERS[digit];
            }
        }
        return this;
    }

    /** Ends a line; says how many there are. */
    int endLine() {
        return ++this.lines;
    }

    int lines() {
        return this.lines;
    }

    LineBatch take() {
        LineBatch batch = new LineBatch(this.database, Arrays.copyOf(this.bytes, this.length), this.lines);
        this.length = 0;
        this.lines = 0;
        return batch;
    }

    private void reserve(int more) {
        if (this.length + more > this.bytes.length) {
            this.bytes = Arrays.copyOf(this.bytes, this.bytes.length * 2 + more);
        }
    }

}
