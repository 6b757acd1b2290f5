package monitoring.relay.relp;

import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;

/** What is done with a connection beneath its session. */
final class Connection {

    private Connection() {
    }

    /** Says that nothing more will be written, and goes on reading. */
    static void shutdownOutput(Channel channel) {
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
