package monitoring.relay.relp;

import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.repeat.RepeatMatch;
import monitoring.relay.repeat.Tail;

/**
 * Looks at the first messages of a session while they may be repeated ones. They stay in
 * the buffer meanwhile, at most {@value #MAX_BYTES} bytes and {@value #MAX_SECONDS}
 * seconds; then they are taken as new.
 */
final class Comparison {

    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final int MAX_SECONDS = 5;

    private final RepeatMatch match;

    /** Where it goes on behind the reader index. */
    private int bytes;

    private int frames;

    private long begun;

    private int number = 2;

    Comparison(RepeatMatch match) {
        this.match = match;
    }

    /**
     * Compares the frames that came. The reader index moves only over repeated messages.
     * @param in the buffer, from the first message on
     * @param reader finds the frames
     * @param scratch may be used; is left empty
     */
    RepeatMatch.Verdict read(ByteBuf in, FrameReader reader, MessageBlock scratch) {
        int start = in.readerIndex();
        in.readerIndex(start + this.bytes);
        RepeatMatch.Verdict verdict = RepeatMatch.Verdict.UNDECIDED;
        while (verdict == RepeatMatch.Verdict.UNDECIDED) {
            this.bytes = in.readerIndex() - start;
            FrameReader.Outcome outcome = reader.next(in);
            if (outcome == FrameReader.Outcome.INCOMPLETE && !reader.isDropping() && mayWait()) {
                in.readerIndex(start);
                return verdict;
            }
            verdict = (outcome == FrameReader.Outcome.FRAME && isNext(reader)) ? compare(reader, scratch)
                    : RepeatMatch.Verdict.NEW;
        }
        if (verdict == RepeatMatch.Verdict.NEW) {
            reader.reset();
            in.readerIndex(start);
        }
        return verdict;
    }

    private boolean isNext(FrameReader reader) {
        return reader.command() == FrameReader.Command.SYSLOG && reader.txnr() == this.number++;
    }

    private RepeatMatch.Verdict compare(FrameReader reader, MessageBlock scratch) {
        this.frames++;
        int length = reader.messageLength();
        if (length == 0) {
            return RepeatMatch.Verdict.UNDECIDED;
        }
        scratch.clear();
        scratch.add(reader.data(), reader.dataIndex(), length);
        long hash = scratch.hash(0);
        scratch.clear();
        return this.match.offer(hash);
    }

    private boolean mayWait() {
        long now = System.nanoTime();
        this.begun = (this.begun == 0) ? now : this.begun;
        return this.frames == 0 || this.bytes < MAX_BYTES && now - this.begun < TimeUnit.SECONDS.toNanos(MAX_SECONDS);
    }

    /** Whether there is a message that waits for the verdict. */
    boolean hasBegun() {
        return this.frames > 0;
    }

    /** How many frames were compared. */
    int frames() {
        return this.frames;
    }

    /** The tail with which the session goes on. */
    Tail tail() {
        return this.match.tail();
    }

}
