package monitoring.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections of peers that play by no rules, from many addresses of the loopback. */
final class Peers implements AutoCloseable {

    static final String OPEN = "1 open 30 relp_version=0\ncommands=syslog\n";

    /** Below {@code relay.relp.max-sessions-per-peer}. */
    private static final int AN_ADDRESS = 900;

    private final int port;

    private final List<Socket> sockets = new ArrayList<>();

    Peers(int port) {
        this.port = port;
    }

    /** Opens so many connections and says the same on each. */
    void connect(int count, byte[] words) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            this.sockets.add(socket);
            socket.bind(new InetSocketAddress("127.0.1." + (1 + i / AN_ADDRESS), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", this.port));
            socket.getOutputStream().write(words);
        }
    }

    /** Says a little more on each that is still open. */
    void say(String words) {
        for (Socket socket : this.sockets) {
            try {
                socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            }
            catch (IOException ex) {
                continue; // the relay has ended it
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : this.sockets) {
            socket.close();
        }
    }

}
