package monitoring.batch.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import monitoring.batch.notify.DeliveryException;
import monitoring.storage.notification.Notification.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Messages that are put off, refused, or cannot be sent. */
class NightOutboxTest {

    @RegisterExtension
    static final Nights nights = new Nights();

    private final Night night = nights.begin();

    @Test
    void sendsEverythingOnceAfterTheMailServerCameBack() {
        this.night.receiver("ops", null, 0);
        this.night.refuse(DeliveryException.notTaken("451 greylisted", null));
        this.night.play(new double[] { 91, 91, 91 }, "web1");
        this.night.refuse(null);
        this.night.play(Night.filled(4, 91), "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0");
        assertThat(this.night.outbox().get(0).delivery().detail()).contains("451 greylisted").endsWith("250 OK");
    }

    @Test
    void sendsTheVerySameMessageAgainWhenNobodyKnows() {
        this.night.receiver("ops", null, 0);
        this.night.refuse(DeliveryException.unknown("connection lost after DATA", null));
        this.night.play(new double[] { 91 }, "web1");
        String id = this.night.outbox().get(0).delivery().messageId();
        this.night.refuse(null);
        this.night.play(Night.filled(4, 91), "web1");
        assertThat(this.night.told).singleElement().satisfies((message) -> assertThat(message.id()).isEqualTo(id));
    }

    @Test
    void keepsAMessageThatCannotBeSentAndGoesOn() {
        this.night.receiver("ops", null, 0);
        this.night.refuse(new IllegalStateException("for a test"));
        this.night.play(new double[] { 91 }, "web1");
        assertThat(this.night.outbox()).singleElement()
            .satisfies((one) -> assertThat(one.delivery().state()).isEqualTo(State.QUEUED))
            .satisfies((one) -> assertThat(one.delivery().detail())
                .contains("cannot be sent: java.lang.IllegalStateException: for a test"));
        this.night.refuse(null);
        this.night.play(Night.filled(4, 91), "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0");
    }

    @Test
    void tellsNobodyAnyMoreWhenItIsOverBeforeTheirTurn() {
        this.night.receiver("second", null, 1);
        this.night.receiver("third", null, 1);
        this.night.play(Night.filled(30, 91), "web1");
        this.night.whileSending(() -> {
            this.night.report(Night.vm("web1"), 20);
            this.night.judge();
        });
        this.night.play(new double[] { 91, 20, 20 }, "web1");
        String one = this.night.told.get(0).receiver().name();
        assertThat(this.night.told()).containsExactly(one + " RAISED web1/0", one + " RECOVERED web1/0");
    }

    @Test
    void waitsForWhoeverIsJustEndingAnAlarmThatWasPutOff() throws Exception {
        this.night.receiver("second", null, 1);
        this.night.receiver("third", null, 1);
        this.night.play(Night.filled(30, 91), "web1");
        Thread sending = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean goesOn = new AtomicBoolean();
        Runnable end = () -> nights.program().bean(TransactionOperations.class).executeWithoutResult((status) -> {
            this.night.report(Night.vm("web1"), 20);
            this.night.judge();
            ended.countDown();
            // the end is kept when the next message waits for it, or was sent in spite of
            // it
            await().until(() -> goesOn.get()
                    && (this.night.told.size() > 1 || sending.getState() == Thread.State.TIMED_WAITING));
        });
        AtomicReference<CompletableFuture<Void>> ending = new AtomicReference<>();
        this.night.whileSending(() -> {
            ending.set(CompletableFuture.runAsync(end));
            awaitUninterruptibly(ended);
            goesOn.set(true);
        });
        this.night.play(new double[] { 91 }, "web1");
        ending.get().get(10, TimeUnit.SECONDS);
        this.night.play(new double[] { 20, 20 }, "web1");
        String one = this.night.told.get(0).receiver().name();
        assertThat(this.night.told()).containsExactly(one + " RAISED web1/0", one + " RECOVERED web1/0");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
