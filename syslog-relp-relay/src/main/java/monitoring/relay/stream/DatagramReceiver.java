package monitoring.relay.stream;

import io.micrometer.core.instrument.Counter;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import monitoring.relay.intake.Intake;
import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Takes datagrams, one message each. Without room in the intake it stops reading; then
 * the kernel drops, and nobody can count that.
 */
final class DatagramReceiver extends SimpleChannelInboundHandler<DatagramPacket> implements IntakeListener {

    private final Intake intake;

    private final long session;

    private final Counter received;

    private final Counter dropped;

    private final MessageBlock block = new MessageBlock();

    private String peer = "";

    private volatile @Nullable ChannelHandlerContext channel;

    DatagramReceiver(Intake intake, long session, Counter received, Counter dropped) {
        this.intake = intake;
        this.session = session;
        this.received = received;
        this.dropped = dropped;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        this.channel = ctx;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
        String sender = packet.sender().getAddress().getHostAddress();
        if (!sender.equals(this.peer) || this.block.isFull()) {
            flush();
            this.peer = sender;
        }
        ByteBuf content = packet.content();
        int length = content.readableBytes();
        while (length > 0 && content.getByte(content.readerIndex() + length - 1) <= '\n') {
            length--; // line feeds and zeros
        }
        if (length > 0) {
            this.block.add(content, content.readerIndex(), length);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        flush();
    }

    private void flush() {
        int count = this.block.count();
        if (count == 0) {
            return;
        }
        Source source = new Source(Transport.UDP, this.peer, this.session);
        if (this.intake.append(this.block, source, this) == Intake.NO_ROOM) {
            this.dropped.increment(count);
            read(false);
        }
        else {
            this.received.increment(count);
        }
        this.block.clear();
    }

    @Override
    public void kept(long position) {
        // nobody is answered
    }

    @Override
    public void room() {
        read(true);
    }

    private void read(boolean reading) {
        ChannelHandlerContext ctx = this.channel;
        if (ctx != null) {
            ctx.executor().execute(() -> ctx.channel().config().setAutoRead(reading));
        }
    }

}
