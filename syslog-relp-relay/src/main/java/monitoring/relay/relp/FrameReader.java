package monitoring.relay.relp;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * Finds RELP frames in a buffer, wherever the network cut it. Limits: numbers of 9
 * digits, commands of 32 letters, data as long as configured; a longer frame is refused
 * before its data is waited for, or only its begin is kept. Says what it found in its
 * fields, so that a frame costs no object.
 */
final class FrameReader {

    static final int MAX_NUMBER = 999_999_999;

    private static final int MAX_COMMAND = 32;

    private final int maxData;

    private final boolean truncate;

    private int txnr;

    private Command command = Command.UNKNOWN;

    private ByteBuf data = Unpooled.EMPTY_BUFFER;

    private int dataIndex;

    private int dataLength;

    private String fault = "";

    /** What is left to drop of a frame that is too long, -1 when there is none. */
    private int toDrop = -1;

    /** Cursor within one call. */
    private int at;

    /** Whether a call ran out of bytes, rather than into wrong ones. */
    private boolean cut;

    FrameReader(int maxData, boolean truncate) {
        this.maxData = maxData;
        this.truncate = truncate;
    }

    /** Takes the next frame out of the buffer, if all of it is there. */
    Outcome next(ByteBuf in) {
        if (this.toDrop >= 0) {
            return drop(in);
        }
        this.at = in.readerIndex();
        this.cut = false;
        int number = number(in, (byte) ' ', (byte) ' ');
        if (number < 0) {
            return incomplete("transaction number");
        }
        Command found = command(in);
        if (found == null) {
            return incomplete("command");
        }
        int length = number(in, (byte) ' ', (byte) '\n');
        if (length < 0) {
            return incomplete("data length");
        }
        this.txnr = number;
        this.command = found;
        boolean bare = in.getByte(this.at - 1) == '\n';
        if (bare != (length == 0)) {
            return broken("data length " + length + " is followed by the wrong separator");
        }
        return bare ? frame(in, this.at, 0, this.at) : withData(in, length);
    }

    private Outcome withData(ByteBuf in, int length) {
        if (length > this.maxData) {
            return this.truncate ? startDropping(in, length)
                    : broken("data of " + length + " bytes (expected: at most " + this.maxData + ")");
        }
        int end = this.at + length;
        if (end >= in.writerIndex()) {
            return Outcome.INCOMPLETE;
        }
        if (in.getByte(end) != '\n') {
            return broken("no line feed after the data");
        }
        return frame(in, this.at, length, end + 1);
    }

    private Outcome frame(ByteBuf in, int index, int length, int end) {
        this.data = in;
        this.dataIndex = index;
        this.dataLength = length;
        in.readerIndex(end);
        return Outcome.FRAME;
    }

    private Outcome startDropping(ByteBuf in, int length) {
        if (in.writerIndex() - this.at < this.maxData) {
            return Outcome.INCOMPLETE;
        }
        this.data = Unpooled.buffer(this.maxData, this.maxData).writeBytes(in, this.at, this.maxData);
        this.dataIndex = 0;
        this.dataLength = this.maxData;
        in.readerIndex(this.at + this.maxData);
        this.toDrop = length - this.maxData;
        return drop(in);
    }

    private Outcome drop(ByteBuf in) {
        int dropped = Math.min(this.toDrop, in.readableBytes());
        in.skipBytes(dropped);
        this.toDrop -= dropped;
        if (this.toDrop > 0 || !in.isReadable()) {
            return Outcome.INCOMPLETE;
        }
        this.toDrop = -1;
        return (in.readByte() == '\n') ? Outcome.TRUNCATED : broken("no line feed after the data");
    }

    /**
     * The number at the cursor, and the cursor behind its end; -1 if it is not there yet,
     * or never.
     */
    private int number(ByteBuf in, byte end, byte otherEnd) {
        int value = 0;
        int start = this.at;
        int limit = in.writerIndex();
        while (this.at < limit) {
            byte b = in.getByte(this.at++);
            if (b == end || b == otherEnd) {
                return (this.at - 1 > start) ? value : -1;
            }
            if (b < '0' || b > '9' || this.at - start > 9) {
                return -1;
            }
            value = value * 10 + b - '0';
        }
        this.cut = true;
        return -1;
    }

    private @Nullable Command command(ByteBuf in) {
        int start = this.at;
        int limit = in.writerIndex();
        if (limit - start >= 7 && Command.isSyslog(in, start)) {
            this.at = start + 7;
            return Command.SYSLOG;
        }
        while (this.at < limit) {
            byte b = in.getByte(this.at++);
            if (b == ' ') {
                return (this.at - 1 > start) ? Command.of(in, start, this.at - 1 - start) : null;
            }
            if ((b < 'a' || b > 'z') && (b < 'A' || b > 'Z') || this.at - start > MAX_COMMAND) {
                return null;
            }
        }
        this.cut = true;
        return null;
    }

    private Outcome incomplete(String part) {
        return this.cut ? Outcome.INCOMPLETE : broken("wrong " + part);
    }

    private Outcome broken(String reason) {
        this.fault = reason;
        return Outcome.BROKEN;
    }

    /** Forgets a frame that has begun. */
    void reset() {
        this.toDrop = -1;
    }

    /** Whether a frame has begun whose end was not seen. */
    boolean isDropping() {
        return this.toDrop >= 0;
    }

    int txnr() {
        return this.txnr;
    }

    Command command() {
        return this.command;
    }

    /** Where the data stands; valid until the next call. */
    ByteBuf data() {
        return this.data;
    }

    int dataIndex() {
        return this.dataIndex;
    }

    int dataLength() {
        return this.dataLength;
    }

    /** Length of the data without the line feed that some senders put at its end. */
    int messageLength() {
        boolean feed = this.dataLength > 0 && this.data.getByte(this.dataIndex + this.dataLength - 1) == '\n';
        return feed ? this.dataLength - 1 : this.dataLength;
    }

    /** Why it is broken. */
    String fault() {
        return this.fault;
    }

    /** What a call found. */
    enum Outcome {

        /** A whole frame. */
        FRAME,
        /** A whole frame whose data was cut to the limit. */
        TRUNCATED,
        /** No whole frame yet. */
        INCOMPLETE,
        /** Something that is no frame; there is no way to go on. */
        BROKEN

    }

    /** The commands of a client. */
    enum Command {

        OPEN, SYSLOG, CLOSE, UNKNOWN;

        static boolean isSyslog(ByteBuf in, int index) {
            return in.getInt(index) == 0x7379736C && in.getShort(index + 4) == 0x6F67 && in.getByte(index + 6) == ' ';
        }

        static Command of(ByteBuf in, int index, int length) {
            String name = in.toString(index, length, StandardCharsets.US_ASCII);
            return switch (name) {
                case "open" -> OPEN;
                case "syslog" -> SYSLOG;
                case "close" -> CLOSE;
                default -> UNKNOWN;
            };
        }

    }

}
