package monitoring.relay.relp;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import monitoring.relay.intake.Intake;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import monitoring.relay.repeat.KeptTails;
import monitoring.relay.tls.ServerTls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for RELP and holds its sessions. */
public final class RelpServer implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(RelpServer.class);

    private static final int USER_TIMEOUT_MILLIS = 30_000;

    private final RelpProperties properties;

    private final SessionContext context;

    private final MultiThreadIoEventLoopGroup loops;

    private final Map<Channel, RelpSession> sessions = new ConcurrentHashMap<>();

    private final Map<String, Integer> perPeer = new ConcurrentHashMap<>();

    /** Never used twice, not even after a restart: the high bits are drawn by lot. */
    private final AtomicLong numbers = new AtomicLong(new SecureRandom().nextLong() << 24);

    private final ServerTls tls;

    private final List<Channel> listening = new ArrayList<>();

    /** Starts listening; with TLS only if there is a certificate. */
    public RelpServer(RelpProperties properties, Intake intake, KeptTails tails, ServerTls tls,
            MeterRegistry registry) {
        this.properties = properties;
        this.tls = tls;
        this.context = new SessionContext(properties, intake, tails, new RelpCounters(registry));
        IoHandlerFactory io = Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        int threads = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
        this.loops = new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory("relp"), io);
        Gauge.builder("relay.relp.sessions", this.sessions, Map::size)
            .description("open RELP sessions")
            .register(registry);
        if (properties.port() >= 0) {
            listen(Transport.RELP, properties.port());
        }
        if (tls.isEnabled() && properties.tls().port() >= 0) {
            listen(Transport.RELP_TLS, properties.tls().port());
        }
        this.loops.scheduleWithFixedDelay(this::checkPatience, 1, 1, TimeUnit.SECONDS);
    }

    private void listen(Transport transport, int port) {
        ServerBootstrap bootstrap = new ServerBootstrap().group(this.loops)
            .channel(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 4096)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_RCVBUF, (int) this.properties.receiveBuffer().toBytes())
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, false)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(512 * 1024, 1024 * 1024))
            .childHandler(new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel channel) {
                    accept(channel, transport);
                }
            });
        if (Epoll.isAvailable()) {
            // a peer that is gone with answers under way is noticed before its sender
            // gives up
            bootstrap.childOption(EpollChannelOption.TCP_USER_TIMEOUT, USER_TIMEOUT_MILLIS);
        }
        InetSocketAddress address = new InetSocketAddress(this.properties.host(), port);
        Channel channel = bootstrap.bind(address).syncUninterruptibly().channel();
        logger.info("Listening for {} on {}", transport.label(), channel.localAddress());
        this.listening.add(channel);
    }

    private void accept(SocketChannel channel, Transport transport) {
        String peer = channel.remoteAddress().getAddress().getHostAddress();
        int open = this.perPeer.merge(peer, 1, Integer::sum);
        channel.closeFuture().addListener((closed) -> {
            this.sessions.remove(channel);
            this.perPeer.computeIfPresent(peer, (address, count) -> (count == 1) ? null : count - 1);
        });
        if (this.sessions.size() >= this.properties.maxSessions() || open > this.properties.maxSessionsPerPeer()) {
            logger.debug("{} refused: too many sessions", channel);
            this.context.counters().ended(SessionEnd.TOO_MANY);
            channel.close();
            return;
        }
        RelpSession session = new RelpSession(this.context,
                new Source(transport, peer, this.numbers.incrementAndGet()));
        this.sessions.put(channel, session);
        if (transport == Transport.RELP_TLS) {
            channel.pipeline().addLast(this.tls.newHandler(channel.alloc()));
        }
        channel.pipeline().addLast(session);
    }

    private void checkPatience() {
        this.sessions.forEach((channel, session) -> channel.eventLoop().execute(session::checkPatience));
    }

    /** The ports it listens on: without TLS, then with it, if each is on. */
    public List<Integer> ports() {
        return this.listening.stream()
            .map((channel) -> ((InetSocketAddress) channel.localAddress()).getPort())
            .toList();
    }

    /** Whether it still listens. */
    public boolean isListening() {
        return this.listening.stream().allMatch(Channel::isActive);
    }

    /** Stops listening, answers what is kept, says goodbye and ends. */
    @Override
    public void close() {
        this.listening.forEach((channel) -> channel.close().syncUninterruptibly());
        this.sessions.forEach((channel, session) -> channel.eventLoop().execute(session::drain));
        long deadline = System.nanoTime() + this.properties.drainTimeout().toNanos();
        for (Channel channel : this.sessions.keySet()) {
            channel.closeFuture().awaitUninterruptibly(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
        this.sessions.keySet().forEach(Channel::close);
        this.loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

}
