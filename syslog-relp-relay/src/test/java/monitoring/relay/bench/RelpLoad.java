package monitoring.relay.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.net.ssl.SSLException;

import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import org.jspecify.annotations.Nullable;

/**
 * A RELP client that costs little: sends numbered lines of {@value #LENGTH} bytes over
 * several connections, each with a window, and reads the answers. Prints answered
 * messages a second.
 */
public final class RelpLoad {

    static final int LENGTH = 198;

    private static final byte[] PADDING = "x".repeat(LENGTH).getBytes(StandardCharsets.US_ASCII);

    private final InetSocketAddress target;

    private final int window;

    private final int messages;

    private final @Nullable JdkSslContext tls;

    private RelpLoad(InetSocketAddress target, int window, int messages, @Nullable JdkSslContext tls) {
        this.target = target;
        this.window = window;
        this.messages = messages;
        this.tls = tls;
    }

    /**
     * Arguments: port, connections, window, messages of each connection; for TLS also a
     * certificate, its key, and the authority of the server's certificate.
     */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int connections = Integer.parseInt(arguments[1]);
        JdkSslContext tls = (arguments.length > 4) ? tls(arguments[4], arguments[5], arguments[6]) : null;
        RelpLoad load = new RelpLoad(new InetSocketAddress("127.0.0.1", port), Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]), tls);
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Future<Void>> running = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int number = i;
            running.add(threads.submit((Callable<Void>) () -> load.run(number)));
        }
        for (Future<Void> one : running) {
            one.get();
        }
        threads.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%.0f%n", connections * (double) load.messages / seconds);
    }

    private static JdkSslContext tls(String certificate, String key, String authority) throws SSLException {
        return (JdkSslContext) SslContextBuilder.forClient()
            .sslProvider(SslProvider.JDK)
            .keyManager(new File(certificate), new File(key))
            .trustManager(new File(authority))
            .build();
    }

    private Void run(int connection) throws IOException {
        if (this.tls == null) {
            try (ByteChannel channel = SocketChannel.open(this.target)) {
                run(connection, channel, channel);
            }
        }
        else {
            try (Socket socket = this.tls.context()
                .getSocketFactory()
                .createSocket(this.target.getAddress(), this.target.getPort())) {
                run(connection, Channels.newChannel(socket.getInputStream()),
                        Channels.newChannel(socket.getOutputStream()));
            }
        }
        return null;
    }

    private void run(int connection, ReadableByteChannel from, WritableByteChannel to) throws IOException {
        to.write(ByteBuffer.wrap("1 open 30 relp_version=0\ncommands=syslog\n".getBytes(StandardCharsets.US_ASCII)));
        ByteBuffer in = ByteBuffer.allocateDirect(256 * 1024);
        int lines = 0;
        while (lines < 4) {
            // the answer to open has four lines
            lines += read(from, in);
        }
        ByteBuffer out = ByteBuffer.allocateDirect(256 * 1024);
        int sent = 0;
        int answered = 0;
        while (answered < this.messages) {
            out.clear();
            while (sent < this.messages && sent - answered < this.window && out.remaining() > 2 * LENGTH) {
                frame(out, connection, ++sent);
            }
            out.flip();
            while (out.hasRemaining()) {
                to.write(out);
            }
            if (sent - answered >= this.window || sent == this.messages) {
                answered += read(from, in);
            }
        }
        to.write(ByteBuffer.wrap((sent + 2 + " close 0\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private static void frame(ByteBuffer out, int connection, int number) {
        byte[] head = ("<14>1 2026-11-21T00:09:35.767398+00:00 10.0.1." + connection + " load - - - " + number + " ")
            .getBytes(StandardCharsets.US_ASCII);
        out.put(((number + 1) + " syslog " + LENGTH + " ").getBytes(StandardCharsets.US_ASCII)).put(head);
        out.put(PADDING, 0, LENGTH - head.length).put((byte) '\n');
    }

    private static int read(ReadableByteChannel from, ByteBuffer in) throws IOException {
        in.clear();
        if (from.read(in) < 0) {
            throw new IOException("closed by the server");
        }
        int lines = 0;
        for (int i = 0; i < in.position(); i++) {
            lines += (in.get(i) == '\n') ? 1 : 0;
        }
        return lines;
    }

}
