package monitoring.relay.stream;

import io.micrometer.core.instrument.Counter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.timeout.IdleStateEvent;
import monitoring.relay.intake.Complaints;
import monitoring.relay.intake.Intake;
import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP connection. Limits: a message as long as {@code relay.stream.max-message-size};
 * when the intake has no room, nothing is read.
 */
final class StreamSession extends ChannelInboundHandlerAdapter implements IntakeListener {

    private static final Logger logger = LoggerFactory.getLogger(StreamSession.class);

    private final Intake intake;

    private final Source source;

    private final StreamFramer framer;

    private final Counter received;

    private final Complaints complaints;

    private final MessageBlock block = new MessageBlock();

    private @Nullable ChannelHandlerContext channel;

    private ByteBuf in = Unpooled.EMPTY_BUFFER;

    private boolean waitingForRoom;

    private boolean ended;

    StreamSession(Intake intake, Source source, int maxMessage, Counter received, Complaints complaints) {
        this.intake = intake;
        this.source = source;
        this.framer = new StreamFramer(maxMessage);
        this.received = received;
        this.complaints = complaints;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        this.channel = ctx;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        this.in = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), this.in, (ByteBuf) message);
        process();
    }

    private void process() {
        flush();
        while (!this.waitingForRoom && this.framer.next(this.in)) {
            add(this.framer.index(), this.framer.length());
            if (this.block.isFull()) {
                flush();
            }
        }
        flush();
        if (this.in.isReadable()) {
            this.in.discardSomeReadBytes();
        }
        else {
            release();
        }
    }

    private void add(int index, int length) {
        int end = index + length;
        while (end > index && (this.in.getByte(end - 1) == '\n' || this.in.getByte(end - 1) == '\r')) {
            end--;
        }
        if (end > index) {
            this.block.add(this.in, index, end - index);
        }
    }

    private void flush() {
        if (this.block.count() == 0 || this.waitingForRoom) {
            return;
        }
        if (this.intake.append(this.block, this.source, this) == Intake.NO_ROOM) {
            this.waitingForRoom = true;
            read(false);
            return;
        }
        this.received.increment(this.block.count());
        this.block.clear();
    }

    private void read(boolean reading) {
        if (this.channel != null) {
            this.channel.channel().config().setAutoRead(reading);
        }
    }

    @Override
    public void kept(long position) {
        // nobody is answered
    }

    @Override
    public void room() {
        ChannelHandlerContext ctx = this.channel;
        if (ctx != null) {
            ctx.executor().execute(() -> {
                this.waitingForRoom = false;
                process();
                if (!this.waitingForRoom) {
                    goOn();
                }
            });
        }
    }

    private void goOn() {
        if (this.ended) {
            release();
        }
        else {
            read(true);
        }
    }

    private void release() {
        this.in.release();
        this.in = Unpooled.EMPTY_BUFFER;
    }

    /** What came before the end is taken also when there is no room for it yet. */
    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        this.ended = true;
        if (!this.waitingForRoom) {
            release();
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent) {
            ctx.close();
            return;
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (this.complaints.isDue(this.source.peer())) {
            logger.warn("{} ends: {}", ctx.channel(), cause.toString());
        }
        ctx.close();
    }

}
