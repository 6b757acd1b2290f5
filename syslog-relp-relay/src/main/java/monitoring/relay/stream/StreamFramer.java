package monitoring.relay.stream;

import io.netty.buffer.ByteBuf;

/**
 * Finds syslog messages in a stream: octet-counted ({@code 5 <13>a}) where a number
 * stands first, else up to the line feed. A message longer than the limit is cut, the
 * rest dropped; a count of more than 9 digits is no count.
 */
final class StreamFramer {

    private static final int MAX_DIGITS = 9;

    private final int maxMessage;

    /** Bytes of an octet-counted message that are still to be dropped. */
    private int toDrop;

    /** Whether the rest of a line is to be dropped. */
    private boolean droppingLine;

    private int index;

    private int length;

    private boolean truncated;

    StreamFramer(int maxMessage) {
        this.maxMessage = maxMessage;
    }

    /** Takes the next message out of the buffer, if all of it is there. */
    boolean next(ByteBuf in) {
        this.truncated = false;
        if (!drop(in)) {
            return false;
        }
        int count = 0;
        int at = in.readerIndex();
        int digits = 0;
        while (at < in.writerIndex() && digits <= MAX_DIGITS && in.getByte(at) >= '0' && in.getByte(at) <= '9') {
            count = count * 10 + in.getByte(at++) - '0';
            digits++;
        }
        if (digits > 0 && digits <= MAX_DIGITS && at == in.writerIndex()) {
            return false;
        }
        boolean counted = digits > 0 && digits <= MAX_DIGITS && in.getByte(at) == ' ';
        return counted ? counted(in, at + 1, count) : line(in);
    }

    private boolean counted(ByteBuf in, int start, int count) {
        int kept = Math.min(count, this.maxMessage);
        if (in.writerIndex() - start < kept) {
            return false;
        }
        found(start, kept, count > kept);
        in.readerIndex(start + kept);
        this.toDrop = count - kept;
        return true;
    }

    private boolean line(ByteBuf in) {
        int start = in.readerIndex();
        int available = in.readableBytes();
        int feed = in.indexOf(start, start + Math.min(available, this.maxMessage + 1), (byte) '\n');
        if (feed >= 0) {
            found(start, feed - start, false);
            in.readerIndex(feed + 1);
            return true;
        }
        if (available <= this.maxMessage) {
            return false;
        }
        found(start, this.maxMessage, true);
        in.readerIndex(start + this.maxMessage);
        this.droppingLine = true;
        return true;
    }

    private boolean drop(ByteBuf in) {
        int dropped = Math.min(this.toDrop, in.readableBytes());
        in.skipBytes(dropped);
        this.toDrop -= dropped;
        if (this.droppingLine) {
            int feed = in.indexOf(in.readerIndex(), in.writerIndex(), (byte) '\n');
            in.readerIndex((feed < 0) ? in.writerIndex() : feed + 1);
            this.droppingLine = feed < 0;
        }
        return this.toDrop == 0 && !this.droppingLine && in.isReadable();
    }

    private void found(int start, int size, boolean cut) {
        this.index = start;
        this.length = size;
        this.truncated = cut;
    }

    int index() {
        return this.index;
    }

    int length() {
        return this.length;
    }

    boolean isTruncated() {
        return this.truncated;
    }

}
