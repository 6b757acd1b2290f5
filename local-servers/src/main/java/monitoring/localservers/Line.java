package monitoring.localservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to a server, which a test can cut: connections that are open break, and new
 * ones are closed at once, until it is mended. Or it falls silent, as a network does that
 * drops packets: connections stay open, and nothing comes through.
 */
public final class Line implements AutoCloseable {

    private final int target;

    private final ServerSocket listening;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private volatile boolean cut;

    private volatile boolean silent;

    private Line(int target, ServerSocket listening) {
        this.target = target;
        this.listening = listening;
    }

    /** A line to a port of this machine. */
    public static Line to(int port) {
        try {
            Line line = new Line(port, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            line.start("line-to-" + port, line::accept);
            return line;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The port at this end. */
    public int port() {
        return this.listening.getLocalPort();
    }

    public void cut() {
        this.cut = true;
        this.open.forEach(Line::end);
        this.open.clear();
    }

    /** From now on whatever either side sends is lost; neither is told. */
    public void silence() {
        this.silent = true;
    }

    public void mend() {
        this.cut = false;
        this.silent = false;
    }

    private void accept() {
        while (!this.listening.isClosed()) {
            try {
                Socket here = this.listening.accept();
                if (this.cut) {
                    end(here);
                    continue;
                }
                Socket there = new Socket();
                there.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.target));
                this.open.add(here);
                this.open.add(there);
                start("line-out", () -> copy(here, there));
                start("line-in", () -> copy(there, here));
            }
            catch (IOException ex) {
                continue; // the test ends, or the server is away itself
            }
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!this.silent) {
                    out.write(buffer, 0, count);
                }
            }
        }
        catch (IOException ex) {
            end(to); // either side went; so does the other
        }
        this.open.remove(from);
        this.open.remove(to);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        cut();
        try {
            this.listening.close();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
