package monitoring.relay.relp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.Source;
import monitoring.relay.repeat.Tail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One RELP session on its event loop. Limits: a message as long as
 * {@code relay.relp.max-frame-size}, {@code max-unanswered} messages without an answer,
 * {@code frame-timeout} for a frame, {@code answer-timeout} for answers that nobody
 * reads; what is beyond is not read, or ends the session. A message is answered only
 * after the intake has kept it; answers go out in the order of the messages.
 */
final class RelpSession extends ChannelInboundHandlerAdapter implements IntakeListener {

    private static final Logger logger = LoggerFactory.getLogger(RelpSession.class);

    private final SessionContext context;

    private final SessionInput input;

    private final AnswerQueue answers = new AnswerQueue();

    private final Gathering gathering;

    private final AtomicBoolean scheduled = new AtomicBoolean();

    private final AtomicLong kept = new AtomicLong();

    private @Nullable ChannelHandlerContext channel;

    private @Nullable ByteBuf in;

    /** What is to be written before the session ends; null while it goes on. */
    private @Nullable String farewell;

    private @Nullable SessionEnd end;

    private boolean lingering;

    private final PartialFrames.Holding holding;

    private long frameSince;

    private long unwritableSince;

    RelpSession(SessionContext context, Source source) {
        this.context = context;
        this.holding = context.partial().holding();
        this.gathering = new Gathering(context.intake(), source.transport());
        this.input = new SessionInput(context, this, this.answers, source);
        this.frameSince = System.nanoTime();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        this.channel = ctx;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        dropInput();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf read = (ByteBuf) message;
        if (this.farewell != null) {
            read.release(); // bytes after a close are ignored
            return;
        }
        this.gathering.read(read.readableBytes());
        ByteBuf before = this.in;
        this.in = (before != null) ? ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), before, read) : read;
        process(ctx);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (this.gathering.begins(this.answers.waiting() > 0)) {
            updateReading();
        }
        ctx.fireChannelReadComplete();
    }

    private void process(ChannelHandlerContext ctx) {
        if (this.farewell != null && !this.input.isWaitingForRoom() || !ctx.channel().isActive()) {
            return;
        }
        ByteBuf buffer = (this.in != null) ? this.in : Unpooled.EMPTY_BUFFER;
        long seen = this.input.framesSeen();
        this.input.process(buffer);
        String fault = this.input.fault();
        if (!fault.isEmpty()) {
            logger.debug("{}: {}", ctx.channel(), fault);
            end(SessionEnd.PROTOCOL_ERROR, "0 serverclose 0\n");
        }
        if (!buffer.isReadable()) {
            dropInput();
            this.frameSince = 0;
        }
        else {
            this.in = this.holding.keep(ctx.alloc(), buffer);
            if (this.frameSince == 0 || this.input.framesSeen() > seen) {
                this.frameSince = System.nanoTime();
            }
        }
        this.gathering.waiting(this.answers.waiting());
        acknowledge();
    }

    private void write(String words) {
        ChannelHandlerContext ctx = this.channel;
        if (ctx != null) {
            ctx.writeAndFlush(ctx.alloc().buffer().writeBytes(words.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /** Answers the open of a session. */
    void opened(int txnr, boolean accepted, String text) {
        write("%d rsp %d %s\n".formatted(txnr, text.getBytes(StandardCharsets.US_ASCII).length, text));
        if (!accepted) {
            end(SessionEnd.REFUSED_OPEN, "0 serverclose 0\n");
        }
    }

    /** Ends the session after the last answer. */
    void end(SessionEnd reason, String words) {
        if (this.farewell == null) {
            this.farewell = words;
            this.end = reason;
            updateReading();
        }
    }

    @Override
    public void kept(long position) {
        ChannelHandlerContext ctx = this.channel;
        if (ctx != null) {
            this.kept.accumulateAndGet(position, Math::max);
            if (this.scheduled.compareAndSet(false, true)) {
                ctx.executor().execute(this::acknowledge);
            }
        }
    }

    @Override
    public void room() {
        ChannelHandlerContext ctx = this.channel;
        if (ctx != null) {
            ctx.executor().execute(() -> process(ctx));
        }
    }

    private void acknowledge() {
        this.scheduled.set(false);
        ChannelHandlerContext ctx = this.channel;
        if (ctx == null || !ctx.channel().isActive()) {
            return;
        }
        int count = this.answers.take(this.kept.get());
        if (count > 0) {
            ByteBuf out = ctx.alloc().ioBuffer(AnswerQueue.bytesFor(count));
            this.answers.write(count, out);
            ctx.writeAndFlush(out, ctx.voidPromise());
            this.input.tail().answered(count, this);
            this.context.counters().answered(count);
            this.gathering.answered(count, ctx.executor(), this::updateReading);
        }
        boolean idle = this.answers.waiting() == 0 && !this.input.isWaitingForRoom();
        if (this.farewell != null && idle && !this.lingering) {
            this.lingering = true;
            Connection.sayFarewell(ctx, this.farewell);
        }
        updateReading();
    }

    private void updateReading() {
        ChannelHandlerContext ctx = this.channel;
        if (ctx == null) {
            return;
        }
        boolean reading = this.lingering || this.farewell == null && !this.input.isWaitingForRoom()
                && this.answers.waiting() < this.context.properties().maxUnanswered() && ctx.channel().isWritable()
                && this.holding.hasRoom();
        this.input.tail().stalled(!reading);
        ctx.channel().config().setAutoRead(reading && (this.lingering || !this.gathering.isOn()));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        this.unwritableSince = ctx.channel().isWritable() ? 0 : System.nanoTime();
        updateReading();
        ctx.fireChannelWritabilityChanged();
    }

    /**
     * Ends the session if the peer is too slow; called now and then on the event loop.
     */
    void checkPatience() {
        long now = System.nanoTime();
        RelpProperties limits = this.context.properties();
        boolean mayRead = this.farewell == null && this.frameSince != 0 && !this.input.isWaitingForRoom()
                && !this.input.isComparing() && !this.gathering.isOn();
        if (mayRead && now - this.frameSince > limits.frameTimeout().toNanos()) {
            end(SessionEnd.TOO_SLOW, "0 serverclose 0\n");
            acknowledge();
        }
        if (this.unwritableSince != 0 && now - this.unwritableSince > limits.answerTimeout().toNanos()) {
            this.end = SessionEnd.ANSWERS_UNREAD;
            close();
        }
        if (this.input.isComparing() && this.channel != null) {
            process(this.channel);
        }
        updateReading();
    }

    /**
     * Another connection of the same sender goes on where this one stopped: its answers
     * are void.
     */
    void takenOver() {
        this.end = SessionEnd.TAKEN_OVER;
        close();
    }

    /** Ends the session because the relay stops. */
    void drain() {
        end(SessionEnd.SHUTDOWN, "0 serverclose 0\n");
        acknowledge();
    }

    void close() {
        ChannelHandlerContext ctx = this.channel;
        if (ctx != null) {
            ctx.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            ctx.close();
            return;
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        dropInput();
        SessionEnd reason = (this.end != null) ? this.end : SessionEnd.BROKEN;
        Tail tail = this.input.tail();
        if (reason == SessionEnd.CLOSED_BY_PEER) {
            this.context.tails().forget(tail);
        }
        else {
            this.context.tails().broke(tail, this);
        }
        this.context.counters().ended(reason);
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException) && this.context.complaints().isDue(this.input.tail().source().peer())) {
            logger.warn("{} ends: {}", ctx.channel(), cause.toString());
        }
        logger.debug("{} broke", ctx.channel(), cause);
        ctx.close();
    }

    private void dropInput() {
        ByteBuf buffer = this.in;
        this.in = null;
        this.holding.nothing();
        if (buffer != null) {
            buffer.release();
        }
    }

}
