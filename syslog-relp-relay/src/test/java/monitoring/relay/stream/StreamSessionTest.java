package monitoring.relay.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import monitoring.relay.intake.Complaints;
import monitoring.relay.intake.MemoryIntake;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class StreamSessionTest {

    private final MemoryIntake intake = new MemoryIntake();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private final EmbeddedChannel channel = new EmbeddedChannel(new StreamSession(this.intake,
            new Source(Transport.TCP, "10.0.1.17", 1), 8096, this.registry.counter("received"), new Complaints()));

    @Test
    void takesWhatCameBeforeTheEndWhenThereIsRoomAgain() {
        String lines = "<14>one\n".repeat(3_000);
        ByteBuf sent = Unpooled.copiedBuffer(lines, US_ASCII);
        this.intake.room(false);
        this.channel.writeInbound(sent);
        assertThat(this.channel.config().isAutoRead()).isFalse();
        this.channel.close();
        assertThat(this.intake.messages).isEmpty();
        this.intake.room(true);
        this.channel.runPendingTasks();
        assertThat(this.intake.messages).hasSize(3_000).containsOnly("<14>one");
        assertThat(this.registry.counter("received").count()).isEqualTo(3_000);
        assertThat(sent.refCnt()).isZero();
    }

    @Test
    void readsOnWhenThereIsRoomAgain() {
        this.intake.room(false);
        this.channel.writeInbound(Unpooled.copiedBuffer("<14>one\n<14>tw", US_ASCII));
        this.intake.room(true);
        this.channel.runPendingTasks();
        assertThat(this.channel.config().isAutoRead()).isTrue();
        this.channel.writeInbound(Unpooled.copiedBuffer("o\n", US_ASCII));
        assertThat(this.intake.messages).containsExactly("<14>one", "<14>two");
        this.channel.close();
    }

}
