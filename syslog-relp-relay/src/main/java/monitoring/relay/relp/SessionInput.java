package monitoring.relay.relp;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import monitoring.relay.intake.Intake;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;
import monitoring.relay.repeat.RepeatMatch;
import monitoring.relay.repeat.Tail;
import org.jspecify.annotations.Nullable;

/**
 * What a session does with the frames it reads: checks their order, gathers messages into
 * blocks and hands these on.
 */
final class SessionInput {

    private final SessionContext context;

    private final RelpSession session;

    private final AnswerQueue answers;

    private final FrameReader frames;

    private Tail tail;

    private @Nullable Comparison comparison;

    private boolean open;

    /** A block that found no room. */
    private @Nullable MessageBlock stalled;

    /** Messages gathered in the block, empty ones included. */
    private int gathered;

    /** The number that must come next. */
    private int expected = 1;

    private long framesSeen;

    private String fault = "";

    SessionInput(SessionContext context, RelpSession session, AnswerQueue answers, Source source) {
        this.context = context;
        this.session = session;
        this.answers = answers;
        this.frames = new FrameReader((int) context.properties().maxFrameSize().toBytes(),
                context.properties().oversize() == RelpProperties.Oversize.TRUNCATE);
        this.tail = context.tails().begin(source, session);
    }

    /** Reads all whole frames of the buffer, or as many as there is room for. */
    void process(ByteBuf in) {
        if (this.stalled != null && !retry(this.stalled) || this.comparison != null && !compare(in, this.comparison)) {
            return;
        }
        MessageBlock block = this.context.blocks().get();
        block.clear();
        boolean more = true;
        while (more && this.fault.isEmpty()) {
            more = step(in, block);
            // a session that has just opened may have something to compare first
            more = more && (this.comparison == null || compare(in, this.comparison));
        }
    }

    private boolean step(ByteBuf in, MessageBlock block) {
        int before = in.readerIndex();
        switch (this.frames.next(in)) {
            case TRUNCATED -> {
                this.context.counters().truncated();
                return message(block);
            }
            case FRAME -> {
                if (this.frames.command() == FrameReader.Command.SYSLOG) {
                    return message(block);
                }
                if (!flush(block)) {
                    in.readerIndex(before);
                    return false;
                }
                return control();
            }
            case BROKEN -> {
                flush(block);
                this.fault = this.frames.fault();
                return false;
            }
            default -> {
                flush(block);
                return false;
            }
        }
    }

    private boolean message(MessageBlock block) {
        if (!follows()) {
            flush(block);
            return false;
        }
        int length = this.frames.messageLength();
        if (length > 0) {
            block.add(this.frames.data(), this.frames.dataIndex(), length);
        }
        else {
            this.context.counters().empty();
        }
        this.gathered++;
        return !block.isFull() || flush(block);
    }

    private boolean follows() {
        int txnr = this.frames.txnr();
        if (!this.open) {
            this.fault = "message before open";
            return false;
        }
        if (txnr == 1 && this.expected == FrameReader.MAX_NUMBER) {
            // rlp_01 never uses the last number
            this.answers.wrapAfter(FrameReader.MAX_NUMBER - 1);
            this.expected = 1;
        }
        if (txnr != this.expected) {
            this.fault = "transaction number " + txnr + " (expected: " + this.expected + ")";
            return false;
        }
        this.expected = (txnr == FrameReader.MAX_NUMBER) ? 1 : txnr + 1;
        this.framesSeen++;
        return true;
    }

    private boolean control() {
        FrameReader.Command command = this.frames.command();
        int txnr = this.frames.txnr();
        if (command == FrameReader.Command.OPEN && txnr == 1 && !this.open && this.expected == 1) {
            return open(txnr);
        }
        if (command == FrameReader.Command.OPEN && this.open) {
            this.session.opened(txnr, false, "500 already open");
        }
        else if (command == FrameReader.Command.CLOSE && this.open && follows()) {
            this.session.end(SessionEnd.CLOSED_BY_PEER, txnr + " rsp 0\n0 serverclose 0\n");
        }
        else if (this.fault.isEmpty()) {
            this.fault = "command " + command + " with number " + txnr + " is out of place";
        }
        return false;
    }

    private boolean open(int txnr) {
        String objection;
        try {
            objection = Offers
                .parse(this.frames.data()
                    .toString(this.frames.dataIndex(), this.frames.dataLength(), StandardCharsets.ISO_8859_1))
                .objection();
        }
        catch (IllegalArgumentException ex) {
            objection = String.valueOf(ex.getMessage());
        }
        this.session.opened(txnr, objection.isEmpty(), objection.isEmpty() ? Offers.ANSWER : "500 " + objection);
        this.open = objection.isEmpty();
        this.expected = 2;
        this.framesSeen++;
        this.answers.startAt(2);
        RepeatMatch match = this.open ? this.context.tails().match(this.tail, this.session) : null;
        this.comparison = (match != null) ? new Comparison(match) : null;
        return this.open;
    }

    private boolean flush(MessageBlock block) {
        int count = this.gathered;
        if (count == 0) {
            return true;
        }
        if (block.count() == 0) {
            this.answers.add(this.tail.lastPosition(), count);
        }
        else {
            long position = this.tail.append(block, this.context.intake(), this.session);
            if (position == Tail.TAKEN_OVER) {
                this.session.takenOver();
                this.gathered = 0;
                return false;
            }
            if (position == Intake.NO_ROOM) {
                this.stalled = (block == this.stalled) ? block : block.copy();
                return false;
            }
            this.answers.add(position, count);
        }
        this.context.counters().received(count);
        this.gathered = 0;
        block.clear();
        return true;
    }

    private boolean retry(MessageBlock block) {
        if (!flush(block)) {
            return false;
        }
        this.stalled = null;
        return true;
    }

    /** Whether it is clear by now what the first messages are. */
    private boolean compare(ByteBuf in, Comparison comparison) {
        RepeatMatch.Verdict verdict = comparison.read(in, this.frames, this.context.blocks().get());
        if (verdict == RepeatMatch.Verdict.UNDECIDED) {
            return false;
        }
        this.comparison = null;
        if (verdict == RepeatMatch.Verdict.REPEATED) {
            this.context.tails().forget(this.tail);
            this.tail = comparison.tail();
            this.context.tails().takenOver(this.tail);
            this.answers.add(this.tail.lastPosition(), comparison.frames());
            this.context.intake().await(this.tail.lastPosition(), this.session);
            this.context.counters().received(comparison.frames());
            this.context.counters().repeated(comparison.frames());
            this.context.intake().repeated(this.tail.source(), comparison.frames());
            this.expected += comparison.frames();
            this.framesSeen += comparison.frames();
        }
        return true;
    }

    boolean isComparing() {
        return this.comparison != null && this.comparison.hasBegun();
    }

    boolean isWaitingForRoom() {
        return this.stalled != null;
    }

    /** How many frames came in order. */
    long framesSeen() {
        return this.framesSeen;
    }

    /** What was wrong with the last frame; empty if nothing was. */
    String fault() {
        return this.fault;
    }

    /** Where this session's messages are remembered. */
    Tail tail() {
        return this.tail;
    }

}
