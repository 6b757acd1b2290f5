package monitoring.relay.relp;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;

/** What is done with a connection beneath its session. */
final class Connection {

    private static final long LINGER_MILLIS = 2000;

    private Connection() {
    }

    /**
     * Writes the last words, and gives the peer a moment to close by itself: a close with
     * unread bytes would be a reset and lose the last answers.
     */
    static void sayFarewell(ChannelHandlerContext ctx, String words) {
        ByteBuf out = ctx.alloc().buffer().writeBytes(words.getBytes(StandardCharsets.US_ASCII));
        ctx.writeAndFlush(out).addListener((written) -> {
            shutdownOutput(ctx.channel());
            ctx.channel().config().setAutoRead(true);
            ctx.executor().schedule(() -> ctx.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    /** Says that nothing more will be written, and goes on reading. */
    private static void shutdownOutput(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls != null) {
            tls.closeOutbound();
        }
        else if (channel instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        }
        else {
            channel.close();
        }
    }

}
