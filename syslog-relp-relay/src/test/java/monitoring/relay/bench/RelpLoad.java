package monitoring.relay.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.List;
import java.util.ArrayList;

/**
 * A RELP client that costs little: sends numbered lines of a given length over several
 * connections, each with a window, and reads the answers. Prints answered messages a
 * second.
 */
public final class RelpLoad {

    private final InetSocketAddress target;

    private final int window;

    private final int messages;

    private final byte[] padding;

    private RelpLoad(InetSocketAddress target, int window, int messages, int length) {
        this.target = target;
        this.window = window;
        this.messages = messages;
        this.padding = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Arguments: port, connections, window, messages of each connection, length of a
     * message.
     */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int connections = Integer.parseInt(arguments[1]);
        RelpLoad load = new RelpLoad(new InetSocketAddress("127.0.0.1", port), Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
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

    private Void run(int connection) throws IOException {
        try (SocketChannel channel = SocketChannel.open(this.target)) {
            channel.write(
                    ByteBuffer.wrap("1 open 30 relp_version=0\ncommands=syslog\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer in = ByteBuffer.allocateDirect(256 * 1024);
            int lines = 0;
            while (lines < 4) {
                lines += read(channel, in); // the answer to open has four lines
            }
            ByteBuffer out = ByteBuffer.allocateDirect(256 * 1024);
            int sent = 0;
            int answered = 0;
            while (answered < this.messages) {
                out.clear();
                while (sent < this.messages && sent - answered < this.window
                        && out.remaining() > 2 * this.padding.length) {
                    frame(out, connection, ++sent);
                }
                out.flip();
                while (out.hasRemaining()) {
                    channel.write(out);
                }
                if (sent - answered >= this.window || sent == this.messages) {
                    answered += read(channel, in);
                }
            }
            channel.write(ByteBuffer.wrap((sent + 2 + " close 0\n").getBytes(StandardCharsets.US_ASCII)));
        }
        return null;
    }

    private void frame(ByteBuffer out, int connection, int number) {
        byte[] head = ("<14>1 2026-11-21T00:09:35.767398+00:00 10.0.1." + connection + " load - - - " + number + " ")
            .getBytes(StandardCharsets.US_ASCII);
        int length = Math.max(head.length, this.padding.length);
        out.put(((number + 1) + " syslog " + length + " ").getBytes(StandardCharsets.US_ASCII)).put(head);
        out.put(this.padding, 0, length - head.length).put((byte) '\n');
    }

    private static int read(SocketChannel channel, ByteBuffer in) throws IOException {
        in.clear();
        if (channel.read(in) < 0) {
            throw new IOException("closed by the server");
        }
        int lines = 0;
        for (int i = 0; i < in.position(); i++) {
            lines += (in.get(i) == '\n') ? 1 : 0;
        }
        return lines;
    }

}
