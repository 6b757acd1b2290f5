package monitoring.relay.relp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import monitoring.relay.intake.MemoryIntake;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import monitoring.relay.repeat.KeptTails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class RelpSessionTest {

    private static final String OPEN = "1 open 30 relp_version=0\ncommands=syslog\n";

    private static final String OPENED = "1 rsp 69 200 OK\nrelp_version=0\nrelp_software=paas-monitoring,1\ncommands=syslog\n";

    private static final String GOODBYE = "0 serverclose 0\n";

    private static final int ROUNDS = 200_000;

    private final MemoryIntake intake = new MemoryIntake();

    private final KeptTails tails = new KeptTails(1024, 16);

    private final List<EmbeddedChannel> channels = new ArrayList<>();

    private long sessions;

    @AfterEach
    void leavesNothingBehind() {
        this.channels.forEach((channel) -> assertThat(channel.finishAndReleaseAll()).isFalse());
    }

    @Test
    void answersTheOpen() {
        assertThat(exchange(connect(), OPEN)).isEqualTo(OPENED);
    }

    @Test
    void answersEachMessageInOrderOnceItIsKept() {
        EmbeddedChannel channel = connect();
        this.intake.keepLater();
        assertThat(exchange(channel, OPEN + "2 syslog 1 a\n3 syslog 1 b\n")).isEqualTo(OPENED);
        this.intake.keep();
        assertThat(answers(channel)).isEqualTo("2 rsp 6 200 OK\n3 rsp 6 200 OK\n");
        assertThat(this.intake.messages).containsExactly("a", "b");
    }

    /** The journal's thread and the one that releases what is indexed. */
    @Test
    void answersAlsoWhenAnotherThreadTellsOfLess() throws Exception {
        EmbeddedChannel channel = connect();
        RelpSession session = channel.pipeline().get(RelpSession.class);
        this.intake.keepLater();
        exchange(channel, OPEN);
        AtomicLong begun = new AtomicLong();
        AtomicLong done = new AtomicLong();
        Thread other = new Thread(() -> {
            for (int i = 1; i <= ROUNDS; i++) {
                while (begun.get() < i) {
                    Thread.onSpinWait();
                }
                session.kept(i - 1);
                done.set(i);
            }
        });
        other.setDaemon(true);
        other.start();
        for (int i = 1; i <= ROUNDS; i++) {
            assertThat(exchange(channel, (i + 1) + " syslog 1 a\n")).isEmpty();
            begun.set(i);
            session.kept(i);
            while (done.get() < i) {
                Thread.onSpinWait();
            }
            assertThat(answers(channel)).isEqualTo((i + 1) + " rsp 6 200 OK\n");
        }
        other.join();
    }

    @Test
    void readsOnWhenTheFewMessagesBeforeAreKept() {
        EmbeddedChannel channel = connect();
        this.intake.keepLater();
        exchange(channel, OPEN + "2 syslog 1 a\n");
        assertThat(channel.config().isAutoRead()).isFalse();
        this.intake.keep();
        assertThat(answers(channel)).isEqualTo("2 rsp 6 200 OK\n");
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void readsOnWhileMuchIsBeingKept() {
        EmbeddedChannel channel = connect();
        this.intake.keepLater();
        exchange(channel, OPEN + "2 syslog 9000 " + "a".repeat(9000) + "\n");
        assertThat(this.intake.messages).hasSize(1);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void takesFramesByteByByte() {
        EmbeddedChannel channel = connect();
        StringBuilder answers = new StringBuilder();
        for (char c : (OPEN + "2 syslog 5 a b\nc\n3 syslog 0\n4 syslog 3 d\0\n\n").toCharArray()) {
            answers.append(exchange(channel, String.valueOf(c)));
        }
        assertThat(answers).hasToString(OPENED + "2 rsp 6 200 OK\n3 rsp 6 200 OK\n4 rsp 6 200 OK\n");
        assertThat(this.intake.messages).containsExactly("a b\nc", "d\0");
    }

    @Test
    void answersTheCloseAfterAllMessages() {
        EmbeddedChannel channel = connect();
        this.intake.keepLater();
        assertThat(exchange(channel, OPEN + "2 syslog 1 a\n3 close 0\n4 syslog 1 b\n")).isEqualTo(OPENED);
        this.intake.keep();
        assertThat(answers(channel)).isEqualTo("2 rsp 6 200 OK\n3 rsp 0\n" + GOODBYE);
        assertThat(this.intake.messages).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = { "4 syslog 1 x\n", "2 syslog 1 x\n", "5 syslog 1 x\n", "0 syslog 1 x\n", "3 SYSLOG 1 x\n",
            "3 rsp 6 200 OK\n", "3 starttls 0\n", "3 serverclose 0\n", "3 syslog 1 x\r\n", "3 syslog1 1 x\n",
            "3 abort 0\n", "GET / HTTP/1.1\r\n" })
    void endsTheSessionAfterTheAnswersThatAreDueWhenAFrameIsWrong(String wrong) {
        EmbeddedChannel channel = connect();
        this.intake.keepLater();
        assertThat(exchange(channel, OPEN + "2 syslog 1 a\n" + wrong)).isEqualTo(OPENED);
        this.intake.keep();
        assertThat(answers(channel)).isEqualTo("2 rsp 6 200 OK\n" + GOODBYE);
        assertThat(this.intake.messages).containsExactly("a");
    }

    @Test
    void refusesASecondOpen() {
        assertThat(exchange(connect(), OPEN + "2 open 30 relp_version=0\ncommands=syslog\n"))
            .isEqualTo(OPENED + "2 rsp 16 500 already open\n" + GOODBYE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1 open 14 relp_version=0\n", "1 open 32 relp_version=abc\ncommands=syslog\n" })
    void refusesOffersThatItCannotWorkWith(String open) {
        assertThat(exchange(connect(), open)).startsWith("1 rsp ").contains(" 500 ").endsWith(GOODBYE);
    }

    @Test
    void takesAnOpenWithoutAVersionAndWithUnknownOffers() {
        assertThat(exchange(connect(), "1 open 28 x=y\ncommands=syslog,starttls\n")).isEqualTo(OPENED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1 syslog 1 a\n", "2 syslog 1 a\n", "5 open 30 relp_version=0\ncommands=syslog\n",
            "1 close 0\n" })
    void endsASessionThatDoesNotBeginWithOpen(String frame) {
        assertThat(exchange(connect(), frame)).isEqualTo(GOODBYE);
        assertThat(this.intake.messages).isEmpty();
    }

    @Test
    void keepsTheBeginOfALongMessage() {
        EmbeddedChannel channel = connect();
        assertThat(exchange(channel, OPEN + "2 syslog 2000 " + "x".repeat(2000) + "\n3 syslog 1 b\n"))
            .endsWith("2 rsp 6 200 OK\n3 rsp 6 200 OK\n");
        assertThat(this.intake.messages).containsExactly("x".repeat(1024), "b");
    }

    @Test
    void stopsReadingWithoutRoomAndGoesOnWithIt() {
        EmbeddedChannel channel = connect();
        exchange(channel, OPEN);
        this.intake.room(false);
        assertThat(exchange(channel, "2 syslog 1 a\n3 syslog 1 b\n4 sys")).isEmpty();
        assertThat(channel.config().isAutoRead()).isFalse();
        this.intake.room(true);
        channel.runPendingTasks();
        assertThat(channel.config().isAutoRead()).isTrue();
        assertThat(answers(channel) + exchange(channel, "log 1 c\n"))
            .isEqualTo("2 rsp 6 200 OK\n3 rsp 6 200 OK\n4 rsp 6 200 OK\n");
        assertThat(this.intake.messages).containsExactly("a", "b", "c");
    }

    @Test
    void stopsReadingWhenTooMuchIsUnanswered() {
        EmbeddedChannel channel = connect();
        this.intake.keepLater();
        exchange(channel, OPEN + "2 syslog 1 a\n3 syslog 1 b\n4 syslog 1 c\n5 syslog 1 d\n");
        assertThat(channel.config().isAutoRead()).isFalse();
        this.intake.keep();
        assertThat(answers(channel)).hasSize(4 * 15);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void recognisesWhatASenderRepeats() {
        EmbeddedChannel broken = connect();
        this.intake.keepLater();
        exchange(broken, OPEN + "2 syslog 1 a\n3 syslog 1 b\n4 syslog 1 b\n");
        broken.close();
        this.intake.keep();
        EmbeddedChannel again = connect();
        assertThat(exchange(again, OPEN + "2 syslog 1 a\n3 syslog 1 b\n")).isEqualTo(OPENED);
        assertThat(exchange(again, "4 syslog 1 b\n5 syslog 1 b\n"))
            .isEqualTo("2 rsp 6 200 OK\n3 rsp 6 200 OK\n4 rsp 6 200 OK\n");
        this.intake.keep();
        assertThat(answers(again)).isEqualTo("5 rsp 6 200 OK\n");
        assertThat(this.intake.messages).containsExactly("a", "b", "b", "b");
    }

    @Test
    void keepsMessagesThatOnlyBeginLikeARepetition() {
        EmbeddedChannel broken = connect();
        exchange(broken, OPEN + "2 syslog 1 a\n3 syslog 1 b\n4 syslog 1 c\n");
        broken.close();
        assertThat(exchange(connect(), OPEN + "2 syslog 1 a\n3 syslog 1 b\n4 syslog 1 d\n"))
            .endsWith("4 rsp 6 200 OK\n");
        assertThat(this.intake.messages).containsExactly("a", "b", "c", "a", "b", "d");
    }

    @Test
    void keepsEqualMessagesOfASessionAfterAProperClose() {
        exchange(connect(), OPEN + "2 syslog 1 a\n3 close 0\n");
        this.channels.get(0).close();
        exchange(connect(), OPEN + "2 syslog 1 a\n3 syslog 1 a\n");
        assertThat(this.intake.messages).containsExactly("a", "a", "a");
    }

    @Test
    void goesOnWithTheTailOfASessionThatBrokeTwice() {
        this.intake.keepLater();
        EmbeddedChannel first = connect();
        exchange(first, OPEN + "2 syslog 1 a\n3 syslog 1 b\n");
        first.close();
        EmbeddedChannel second = connect();
        exchange(second, OPEN + "2 syslog 1 a\n3 syslog 1 b\n4 syslog 1 c\n");
        second.close();
        EmbeddedChannel third = connect();
        exchange(third, OPEN + "2 syslog 1 a\n3 syslog 1 b\n4 syslog 1 c\n5 syslog 1 d\n");
        assertThat(this.intake.messages).containsExactly("a", "b", "c", "d");
    }

    @Test
    void saysGoodbyeWhenTheRelayStops() {
        EmbeddedChannel channel = connect();
        this.intake.keepLater();
        exchange(channel, OPEN + "2 syslog 1 a\n3 sys");
        channel.pipeline().get(RelpSession.class).drain();
        assertThat(answers(channel)).isEmpty();
        this.intake.keep();
        assertThat(answers(channel)).isEqualTo("2 rsp 6 200 OK\n" + GOODBYE);
    }

    private EmbeddedChannel connect() {
        RelpProperties properties = new RelpProperties("127.0.0.1", 0, DataSize.ofKilobytes(1),
                RelpProperties.Oversize.TRUNCATE, 10, 10, Duration.ofSeconds(30), Duration.ofSeconds(30), 4, 1024,
                DataSize.ofKilobytes(128), Duration.ofSeconds(1), new RelpProperties.Tls(0));
        SessionContext context = new SessionContext(properties, this.intake, this.tails,
                new RelpCounters(new SimpleMeterRegistry()));
        EmbeddedChannel channel = new EmbeddedChannel(
                new RelpSession(context, new Source(Transport.RELP, "10.0.1.17", ++this.sessions)));
        this.channels.add(channel);
        return channel;
    }

    private String exchange(EmbeddedChannel channel, String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
        return answers(channel);
    }

    private static String answers(EmbeddedChannel channel) {
        channel.runPendingTasks();
        StringBuilder text = new StringBuilder();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            text.append(out.toString(StandardCharsets.ISO_8859_1));
            out.release();
        }
        return text.toString();
    }

}
