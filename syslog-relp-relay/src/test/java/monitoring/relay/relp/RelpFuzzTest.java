package monitoring.relay.relp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ResourceLeakDetector;
import monitoring.relay.Breaker;
import monitoring.relay.intake.Intake;
import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import monitoring.relay.repeat.KeptTails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions that are broken in every way, beside one that is not. More of them with
 * {@code -Dfuzz.frames=10000000 -Dfuzz.seed=...}.
 */
class RelpFuzzTest {

    private static final int FRAMES = Integer.getInteger("fuzz.frames", 40_000);

    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private static final String OPEN = "1 open 86 relp_version=0\nrelp_software=librelp,1.11.0,"
            + "http://librelp.adiscon.com\ncommands=syslog\n";

    private static final List<String> MESSAGES = List.of(
            "<14>1 2026-02-03T04:05:06.789012+00:00 10.0.1.17 rep rs2 - [instance@47450 director=\"bosh\""
                    + " deployment=\"cf\" group=\"cell\" az=\"z1\" id=\"83bd\"] {\"level\":\"info\",\"n\":1}",
            "<36>1 2026-11-21T00:09:35.767398+00:00 10.0.1.17 sshd 25852 - - Failed password for root", "",
            "<13>Aug 31 11:07:24 host app[9676]: two\nlines\0and a nul", "x".repeat(1500));

    private final AtomicLong position = new AtomicLong();

    private final Random random = new Random(SEED);

    private final Breaker breaker = new Breaker(SEED);

    private final PooledByteBufAllocator allocator = new PooledByteBufAllocator(true, 0, 1, 8192, 7, 0, 0, false);

    private final SessionContext context = new SessionContext(
            new RelpProperties("127.0.0.1", 0, DataSize.ofKilobytes(1), RelpProperties.Oversize.TRUNCATE, 10, 10,
                    Duration.ofSeconds(30), Duration.ofSeconds(30), 4096, 1024, DataSize.ofKilobytes(128),
                    Duration.ofSeconds(1), new RelpProperties.Tls(0)),
            new KeepsAtOnce(), new KeptTails(1024, 16), new RelpCounters(new SimpleMeterRegistry()));

    private ResourceLeakDetector.Level before;

    private long sessions;

    @BeforeEach
    void watchForLeaks() {
        this.before = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    }

    @AfterEach
    void watchNoMore() {
        ResourceLeakDetector.setLevel(this.before);
    }

    @Test
    void neitherFailsNorLeaksNorDisturbsANeighbour() {
        EmbeddedChannel neighbour = connect("10.0.1.18");
        send(neighbour, OPEN.getBytes(StandardCharsets.US_ASCII));
        assertThat(answers(neighbour)).startsWith("1 rsp ");
        long frames = 0;
        for (int told = 2; frames < FRAMES; told++) {
            frames += brokenSession();
            send(neighbour, (told + " syslog 5 whole\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(answers(neighbour)).isEqualTo(told + " rsp 6 200 OK\n");
        }
        neighbour.finishAndReleaseAll();
        // what a session held it gave back: nothing but empty chunks is left in the pool
        assertThat(this.allocator.metric().directArenas()).allMatch((arena) -> arena.numActiveAllocations() == 0);
        assertThat(this.allocator.metric().usedDirectMemory()).isLessThan(64 * 1024 * 1024);
    }

    /** As many frames as were sent. */
    private int brokenSession() {
        EmbeddedChannel channel = connect("10.0.1.17");
        int count = 1 + this.random.nextInt(40);
        send(channel, (this.random.nextInt(8) == 0) ? this.breaker.copy(bytes(OPEN)) : bytes(OPEN));
        for (int number = 2; number < count + 2; number++) {
            byte[] frame = bytes(frame(number));
            send(channel, (this.random.nextInt(6) == 0) ? this.breaker.copy(frame) : frame);
        }
        answers(channel);
        channel.checkException();
        channel.close();
        channel.finishAndReleaseAll();
        return count + 1;
    }

    private String frame(int number) {
        if (this.random.nextInt(40) == 0) {
            return number + " close 0\n";
        }
        String message = MESSAGES.get(this.random.nextInt(MESSAGES.size()));
        return message.isEmpty() ? number + " syslog 0\n"
                : number + " syslog " + message.length() + " " + message + "\n";
    }

    /** In one piece or in two. */
    private void send(EmbeddedChannel channel, byte[] bytes) {
        int cut = this.random.nextBoolean() ? bytes.length : this.random.nextInt(bytes.length + 1);
        part(channel, bytes, 0, cut);
        part(channel, bytes, cut, bytes.length);
    }

    private void part(EmbeddedChannel channel, byte[] bytes, int from, int to) {
        if (from < to && channel.isOpen()) {
            channel.writeInbound(this.allocator.directBuffer(to - from).writeBytes(bytes, from, to - from));
        }
    }

    private EmbeddedChannel connect(String peer) {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.config().setAllocator(this.allocator);
        channel.pipeline().addLast(new RelpSession(this.context, new Source(Transport.RELP, peer, ++this.sessions)));
        return channel;
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private final class KeepsAtOnce implements Intake {

        @Override
        public long append(MessageBlock block, Source source, IntakeListener listener) {
            long last = RelpFuzzTest.this.position.addAndGet(block.count());
            listener.kept(last);
            return last;
        }

        @Override
        public boolean isPrompt() {
            return true;
        }

        @Override
        public void await(long kept, IntakeListener listener) {
            listener.kept(kept);
        }

    }

}
