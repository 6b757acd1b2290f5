package monitoring.foundation.logs;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One RELP session as a sender. A line counts as delivered when the receiver has answered
 * 200; what has no answer yet can be taken back and sent in another session.
 */
final class RelpClient implements AutoCloseable {

    private static final int LAST_NUMBER = 999_999_999;

    private static final int TIMEOUT_MILLIS = 90_000;

    private static final String OFFERS = "relp_version=0\nrelp_software=paas-monitoring-foundation\ncommands=syslog";

    private final Socket socket = new Socket();

    private final InputStream in;

    private final OutputStream out;

    private final int window;

    private final Deque<byte[]> unanswered = new ArrayDeque<>();

    private int lastNumber;

    /**
     * Opens a session.
     * @throws IOException if nobody listens, or does not speak RELP
     */
    RelpClient(InetSocketAddress relay, int window) throws IOException {
        this.window = window;
        try {
            this.socket.connect(relay, 3000);
            this.socket.setSoTimeout(TIMEOUT_MILLIS);
            this.socket.setTcpNoDelay(true);
            this.in = new BufferedInputStream(this.socket.getInputStream());
            this.out = new BufferedOutputStream(this.socket.getOutputStream(), 1 << 16);
            frame("open", OFFERS.getBytes(StandardCharsets.US_ASCII));
            this.out.flush();
            readAnswer();
        }
        catch (IOException ex) {
            this.socket.close();
            throw ex;
        }
    }

    /**
     * Sends a line; waits for answers while the window is full.
     * @throws IOException if the session is broken; the line is among the unanswered then
     */
    void send(byte[] line) throws IOException {
        this.unanswered.addLast(line);
        frame("syslog", line);
        while (this.unanswered.size() > this.window || this.in.available() > 0) {
            this.out.flush();
            readAnswer();
            this.unanswered.removeFirst();
        }
    }

    /** Waits until every line is answered. */
    void drain() throws IOException {
        this.out.flush();
        while (!this.unanswered.isEmpty()) {
            readAnswer();
            this.unanswered.removeFirst();
        }
    }

    /** The lines without an answer, oldest first. */
    Deque<byte[]> unanswered() {
        return this.unanswered;
    }

    private void frame(String command, byte[] data) throws IOException {
        this.lastNumber = (this.lastNumber == LAST_NUMBER) ? 1 : this.lastNumber + 1;
        String header = this.lastNumber + " " + command + " " + data.length;
        this.out.write(header.getBytes(StandardCharsets.US_ASCII));
        if (data.length > 0) {
            this.out.write(' ');
            this.out.write(data);
        }
        this.out.write('\n');
    }

    /** Reads one answer; answers come in the order of the frames. */
    private void readAnswer() throws IOException {
        String number = word();
        String command = word();
        int length = Integer.parseInt(word());
        byte[] data = this.in.readNBytes(length);
        if (length > 0 && this.in.read() != '\n') {
            throw new IOException("RELP answer " + number + ": no line feed at its end");
        }
        String text = new String(data, StandardCharsets.UTF_8);
        if (!command.equals("rsp") || !text.startsWith("200")) {
            throw new IOException("RELP answer " + number + " " + command + " " + text + " (expected: rsp 200)");
        }
    }

    /** A word up to a space or a line feed. */
    private String word() throws IOException {
        StringBuilder word = new StringBuilder();
        for (int c = this.in.read(); c != ' ' && c != '\n'; c = this.in.read()) {
            if (c < 0) {
                throw new EOFException("the relay closed the session");
            }
            if (word.length() > 32) {
                throw new IOException("not RELP: " + word);
            }
            word.append((char) c);
        }
        return word.toString();
    }

    @Override
    public void close() throws IOException {
        try {
            frame("close", new byte[0]);
            this.out.flush();
        }
        finally {
            this.socket.close();
        }
    }

}
