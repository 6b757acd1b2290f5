package monitoring.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One address for several relays, as a balancer or a name server that knows who lives
 * gives it: a connection goes to the first one that takes it.
 */
final class OneName implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());

    private final List<Integer> relays;

    private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
        Thread thread = new Thread(task, "one-name");
        thread.setDaemon(true);
        return thread;
    });

    OneName(Integer... relays) throws IOException {
        this.relays = List.of(relays);
        this.threads.execute(this::accept);
    }

    int port() {
        return this.server.getLocalPort();
    }

    private void accept() {
        while (!this.server.isClosed()) {
            try {
                join(this.server.accept());
            }
            catch (IOException ex) {
                continue; // closed
            }
        }
    }

    private void join(Socket sender) throws IOException {
        try {
            Socket relay = connect();
            this.threads.execute(() -> copy(sender, relay));
            this.threads.execute(() -> copy(relay, sender));
        }
        catch (IOException ex) {
            sender.close(); // no relay lives; it tries again
        }
    }

    private Socket connect() throws IOException {
        for (int port : this.relays) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return socket;
            }
            catch (IOException ex) {
                socket.close();
            }
        }
        throw new IOException("no relay listens");
    }

    /** An end of one side is an end of the other. */
    private static void copy(Socket from, Socket to) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        }
        catch (IOException ex) {
            return; // it broke: both are closed
        }
    }

    @Override
    public void close() throws IOException {
        this.server.close();
        this.threads.shutdownNow();
    }

}
