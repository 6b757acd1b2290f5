package monitoring.relay.stream;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import monitoring.relay.intake.Complaints;
import monitoring.relay.intake.Intake;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import monitoring.relay.tls.ServerTls;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for syslog over TCP, TLS and UDP, on the ports that are given. */
public final class StreamServer implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(StreamServer.class);

    private static final int LARGEST_DATAGRAM = 65_535;

    private static final int DATAGRAM_BUFFER = 4 * 1024 * 1024;

    private final StreamProperties properties;

    private final Intake intake;

    private final MeterRegistry registry;

    private final MultiThreadIoEventLoopGroup loops;

    private final AtomicLong sessions = new AtomicLong(new SecureRandom().nextLong() << 24);

    private final AtomicInteger open = new AtomicInteger();

    private final Complaints complaints = new Complaints();

    private final List<Channel> listening = new ArrayList<>();

    /** Starts listening; needs TLS only if the port for it is given. */
    public StreamServer(StreamProperties properties, Intake intake, ServerTls tls, MeterRegistry registry) {
        this.properties = properties;
        this.intake = intake;
        this.registry = registry;
        this.loops = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("stream"),
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        if (properties.tcpPort() >= 0) {
            listen(Transport.TCP, properties.tcpPort(), null);
        }
        if (properties.tlsPort() >= 0) {
            if (!tls.isEnabled()) {
                throw new IllegalArgumentException("relay.stream.tls-port: " + properties.tlsPort()
                        + " (expected: -1, or a certificate in relay.tls.certificate)");
            }
            listen(Transport.TLS, properties.tlsPort(), tls);
        }
        if (properties.udpPort() >= 0) {
            listenForDatagrams();
        }
    }

    private void listen(Transport transport, int port, @Nullable ServerTls tls) {
        ServerBootstrap bootstrap = new ServerBootstrap().group(this.loops)
            .channel(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel channel) {
                    accept(channel, transport, tls);
                }
            });
        started(transport, bootstrap.bind(this.properties.host(), port).syncUninterruptibly().channel());
    }

    private void accept(SocketChannel channel, Transport transport, @Nullable ServerTls tls) {
        channel.closeFuture().addListener((closed) -> this.open.decrementAndGet());
        if (this.open.incrementAndGet() > this.properties.maxConnections()) {
            channel.close();
            return;
        }
        if (tls != null) {
            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
        }
        Source source = new Source(transport, channel.remoteAddress().getAddress().getHostAddress(),
                this.sessions.incrementAndGet());
        channel.pipeline()
            .addLast(new IdleStateHandler(this.properties.idleTimeout().toSeconds(), 0, 0, TimeUnit.SECONDS))
            .addLast(new StreamSession(this.intake, source, (int) this.properties.maxMessageSize().toBytes(),
                    counter("relay.stream.received", transport), this.complaints));
    }

    private void listenForDatagrams() {
        Bootstrap bootstrap = new Bootstrap().group(this.loops)
            .channel(Epoll.isAvailable() ? EpollDatagramChannel.class : NioDatagramChannel.class)
            .option(ChannelOption.SO_RCVBUF, DATAGRAM_BUFFER)
            .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LARGEST_DATAGRAM))
            .handler(new DatagramReceiver(this.intake, this.sessions.incrementAndGet(),
                    counter("relay.stream.received", Transport.UDP), counter("relay.stream.dropped", Transport.UDP)));
        started(Transport.UDP,
                bootstrap.bind(this.properties.host(), this.properties.udpPort()).syncUninterruptibly().channel());
    }

    private void started(Transport transport, Channel channel) {
        this.listening.add(channel);
        logger.info("Listening for syslog over {} on {}", transport.label(), channel.localAddress());
    }

    private Counter counter(String name, Transport transport) {
        return Counter.builder(name)
            .description("messages of senders that are not answered")
            .tag("transport", transport.label())
            .register(this.registry);
    }

    /**
     * The ports it listens on, in the order TCP, TLS, UDP, without those that are off.
     */
    public List<Integer> ports() {
        return this.listening.stream()
            .map((channel) -> ((InetSocketAddress) channel.localAddress()).getPort())
            .toList();
    }

    @Override
    public void close() {
        this.listening.forEach((channel) -> channel.close().syncUninterruptibly());
        this.loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

}
