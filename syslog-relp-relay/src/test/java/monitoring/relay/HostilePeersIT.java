package monitoring.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import monitoring.localservers.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Peers that are slow, many, greedy or deaf, beside a neighbour that behaves: it is
 * answered all the same, and the relay's memory stays within its bounds. No Elasticsearch
 * is needed for that.
 */
class HostilePeersIT {

    private static final int IDLE = 10_000;

    private static final long MOST_MEBIBYTES = 256;

    private final int port = FreePort.find();

    private RelayProcess relay;

    @BeforeEach
    void start(@TempDir Path folder) {
        this.relay = RelayProcess.start(List.of(), folder, this.port, FreePort.find(),
                List.of("--monitoring.elasticsearch.url=http://127.0.0.1:9", "--relay.relp.frame-timeout=5s",
                        "--relay.relp.answer-timeout=5s"));
        this.relay.awaitListening();
    }

    @AfterEach
    void stop() {
        this.relay.close();
    }

    @Test
    void holdsTenThousandIdleSessions() throws Exception {
        try (Peers peers = new Peers(this.port)) {
            peers.connect(IDLE, bytes(Peers.OPEN));
            awaitSessions(IDLE);
            neighbourIsAnswered();
            assertThat(this.relay.metric("relay_relp_sessions")).isEqualTo(IDLE);
            assertThat(this.relay.peakMebibytes()).isLessThan(MOST_MEBIBYTES);
        }
        awaitSessions(0);
    }

    /** They say a byte now and then, and never come to the end of a frame. */
    @Test
    void endsWhoIsTooSlow() throws Exception {
        try (Peers unopened = new Peers(this.port); Peers opened = new Peers(this.port)) {
            unopened.connect(200, bytes("1 op"));
            opened.connect(200, bytes(Peers.OPEN + "2 syslog 1000 a"));
            awaitSessions(400);
            neighbourIsAnswered();
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(500)).until(() -> {
                opened.say("a");
                return this.relay.metric("relay_relp_sessions") == 0;
            });
            assertThat(this.relay.metric("relay_relp_sessions_ended_total", "too-slow")).isEqualTo(400);
        }
    }

    @Test
    void endsWhoDoesNotReadItsAnswers() throws Exception {
        try (SocketChannel deaf = SocketChannel.open()) {
            deaf.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            deaf.connect(new InetSocketAddress("127.0.0.1", this.port));
            deaf.configureBlocking(false);
            deaf.write(ByteBuffer.wrap(bytes(Peers.OPEN)));
            Frames frames = new Frames();
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10)).until(() -> {
                frames.sendTo(deaf);
                return this.relay.metric("relay_relp_sessions_ended_total", "answers-unread") == 1;
            });
            neighbourIsAnswered();
            assertThat(this.relay.peakMebibytes()).isLessThan(MOST_MEBIBYTES);
        }
    }

    private void neighbourIsAnswered() throws IOException {
        int messages = 2_000;
        StringBuilder frames = new StringBuilder(Peers.OPEN);
        for (int txnr = 2; txnr < messages + 2; txnr++) {
            frames.append(txnr).append(" syslog 5 hello\n");
        }
        try (Socket socket = new Socket("127.0.0.1", this.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes(frames.append(messages + 2).append(" close 0\n").toString()));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answers).contains("\n%d rsp 6 200 OK\n%d rsp 0\n".formatted(messages + 1, messages + 2));
        }
        catch (SocketTimeoutException ex) {
            throw new AssertionError("the neighbour was not answered", ex);
        }
    }

    private void awaitSessions(int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> this.relay.metric("relay_relp_sessions") == count);
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }

    /** Messages without end, as many as the other side takes. */
    private static final class Frames {

        private int txnr = 2;

        private ByteBuffer rest = ByteBuffer.allocate(0);

        void sendTo(SocketChannel channel) {
            try {
                while (this.txnr < 5_000_000) {
                    if (!this.rest.hasRemaining()) {
                        StringBuilder more = new StringBuilder();
                        for (int i = 0; i < 1000; i++) {
                            more.append(this.txnr++).append(" syslog 1 a\n");
                        }
                        this.rest = ByteBuffer.wrap(bytes(more.toString()));
                    }
                    if (channel.write(this.rest) == 0) {
                        return;
                    }
                }
            }
            catch (IOException ex) {
                this.txnr = Integer.MAX_VALUE; // the relay has ended it
            }
        }

    }

}
