package monitoring.foundation.logs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

class RelpClientTest {

    private ServerSocket server;

    private final List<String> frames = new ArrayList<>();

    @BeforeEach
    void listen() throws IOException {
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        this.server.close();
    }

    @Test
    void aLineIsDeliveredWhenItIsAnswered() throws Exception {
        CompletableFuture<Void> relay = answer(4);
        try (RelpClient client = open()) {
            client.send("one".getBytes(StandardCharsets.UTF_8));
            client.send("zwölf\nthree".getBytes(StandardCharsets.UTF_8));
            client.drain();
            assertThat(client.unanswered()).isEmpty();
        }
        relay.get();
        assertThat(this.frames).satisfiesExactly((open) -> assertThat(open).startsWith("1 open relp_version=0\n"),
                (first) -> assertThat(first).isEqualTo("2 syslog one"),
                (second) -> assertThat(second).isEqualTo("3 syslog zwölf\nthree"),
                (close) -> assertThat(close).isEqualTo("4 close "));
    }

    @Test
    void whatHasNoAnswerCanBeTakenBack() throws Exception {
        CompletableFuture<Void> relay = answer(2);
        RelpClient client = open();
        client.send("kept".getBytes(StandardCharsets.UTF_8));
        client.drain();
        relay.get(); // it has closed the connection now
        assertThatIOException().isThrownBy(() -> {
            client.send("lost".getBytes(StandardCharsets.UTF_8));
            client.drain();
        });
        assertThat(client.unanswered()).containsExactly("lost".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesWhatIsNoRelp() {
        CompletableFuture.runAsync(() -> {
            try (Socket socket = this.server.accept()) {
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        });
        assertThat(catchThrowable(this::open)).isInstanceOfAny(IOException.class, NumberFormatException.class);
    }

    private RelpClient open() throws IOException {
        return new RelpClient(new InetSocketAddress(this.server.getInetAddress(), this.server.getLocalPort()), 16);
    }

    /** Answers some frames and closes the connection. */
    private CompletableFuture<Void> answer(int count) {
        return CompletableFuture.runAsync(() -> {
            try (Socket socket = this.server.accept()) {
                InputStream in = new BufferedInputStream(socket.getInputStream());
                for (int i = 0; i < count; i++) {
                    String number = word(in);
                    String command = word(in);
                    int length = Integer.parseInt(word(in));
                    this.frames
                        .add(number + " " + command + " " + new String(in.readNBytes(length), StandardCharsets.UTF_8));
                    if (length > 0) {
                        in.read();
                    }
                    socket.getOutputStream().write((number + " rsp 6 200 OK\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        });
    }

    private static String word(InputStream in) throws IOException {
        StringBuilder word = new StringBuilder();
        for (int c = in.read(); c > ' '; c = in.read()) {
            word.append((char) c);
        }
        return word.toString();
    }

}
