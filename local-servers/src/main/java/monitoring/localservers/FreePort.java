package monitoring.localservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports of loopback that nobody listens on. */
public final class FreePort {

    // below the range from which the kernel takes the ports of outgoing connections
    private static final int FIRST = 15_000;

    private static final int LAST = 32_000;

    private FreePort() {
    }

    /** Returns the port, which must be free, or finds one when it is 0. */
    static int require(String server, int port) {
        if (port == 0) {
            return find();
        }
        if (!isFree(port)) {
            throw new ServerStartException(server + ": 127.0.0.1:" + port + " is in use (expected: free)");
        }
        return port;
    }

    /** Returns a port that was free a moment ago. */
    public static int find() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ServerStartException("No free port between " + FIRST + " and " + LAST + " on 127.0.0.1");
    }

    /** Tells whether a server could listen on the port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // as the servers do: a port in TIME_WAIT is free
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        }
        catch (IOException ex) {
            return false;
        }
    }

}
