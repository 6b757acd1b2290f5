package monitoring.relay.relp;

import java.util.concurrent.TimeUnit;

import io.netty.channel.embedded.EmbeddedChannel;
import monitoring.relay.intake.MemoryIntake;
import monitoring.relay.intake.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatheringTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();

    private Gathering gathering = new Gathering(new MemoryIntake(), Transport.RELP);

    private boolean readsOn;

    @BeforeEach
    void begins() {
        this.channel.freezeTime();
        answered(1);
    }

    @AfterEach
    void closes() {
        this.channel.close();
    }

    @Test
    void letsTheMessagesOfALargeWindowGatherAfterTheAnswers() {
        roundOf(4096, 700, 5_000);
        assertThat(this.gathering.isOn()).isTrue();
        after(7_300);
        assertThat(this.readsOn).isFalse();
        after(100);
        assertThat(this.readsOn).isTrue();
        assertThat(this.gathering.isOn()).isFalse();
    }

    @Test
    void waitsNoLongerThanTenMilliseconds() {
        roundOf(4096, 32, 5_000);
        after(9_990);
        assertThat(this.readsOn).isFalse();
        after(10);
        assertThat(this.readsOn).isTrue();
    }

    @Test
    void readsOnBeforeAQuarterOfTheWindowIsUsedUp() {
        roundOf(1024, 1024, 1_024);
        after(255);
        assertThat(this.readsOn).isFalse();
        after(1);
        assertThat(this.readsOn).isTrue();
    }

    @Test
    void doesNotWaitForWhoWaitsForTheAnswers() {
        roundOf(128, 128, 1_000);
        assertThat(this.gathering.isOn()).isFalse();
    }

    @Test
    void doesNotWaitOverTls() {
        this.gathering = new Gathering(new MemoryIntake(), Transport.RELP_TLS);
        answered(1);
        roundOf(4096, 700, 5_000);
        assertThat(this.gathering.isOn()).isFalse();
    }

    @Test
    void doesNotWaitForWhoSendsOneAfterTheOtherNow() {
        roundOf(4096, 700, 5_000);
        after(10_000);
        roundOf(1, 1, 1_000);
        assertThat(this.gathering.isOn()).isFalse();
    }

    @Test
    void isNotHeldUpByAnswersDuringThePause() {
        roundOf(4096, 700, 5_000);
        after(5_000);
        answered(1);
        assertThat(this.gathering.begins(true)).isTrue();
        after(2_400);
        assertThat(this.readsOn).isTrue();
    }

    private void roundOf(int waiting, int messages, long micros) {
        this.gathering.waiting(waiting);
        after(micros);
        answered(messages);
    }

    private void answered(int messages) {
        this.gathering.answered(messages, this.channel.eventLoop(), () -> this.readsOn = true);
    }

    private void after(long micros) {
        this.channel.advanceTimeBy(micros, TimeUnit.MICROSECONDS);
        this.channel.runScheduledPendingTasks();
    }

}
