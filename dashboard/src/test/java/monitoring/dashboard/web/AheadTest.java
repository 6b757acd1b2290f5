package monitoring.dashboard.web;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import monitoring.localservers.HandClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AheadTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksBeforeAnybodyComes() throws Exception {
        Memo<Integer> memo = memo(this.asked::incrementAndGet);
        Ahead ahead = ahead(true, memo);
        ahead.start();
        await().until(() -> this.asked.get() == 1);
        assertThat(memo.get()).isEqualTo(1);
        ahead.destroy();
    }

    @Test
    void asksForTheOthersWhereOneCannotBeAsked() throws Exception {
        Memo<Integer> broken = memo(() -> {
            throw new IllegalStateException("away");
        });
        Ahead ahead = ahead(true, broken, memo(this.asked::incrementAndGet));
        ahead.start();
        await().until(() -> this.asked.get() == 1);
        ahead.destroy();
    }

    @Test
    void waitsForAStoreThatIsSlowAndAsksItForNothingElseMeanwhile() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch on = new CountDownLatch(1);
        Memo<Integer> slow = memo(() -> {
            begun.countDown();
            await().until(() -> on.getCount() == 0);
            return this.asked.incrementAndGet();
        });
        AtomicInteger next = new AtomicInteger();
        Ahead ahead = ahead(true, slow, memo(next::incrementAndGet));
        ahead.start();
        begun.await();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> stop(ahead));
        await().until(() -> ahead.isStopped());
        on.countDown();
        stop.get();
        assertThat(this.asked).hasValue(1);
        assertThat(next).hasValue(0);
    }

    @Test
    void asksForNothingWhereItIsOff() throws Exception {
        Ahead ahead = ahead(false, memo(this.asked::incrementAndGet));
        ahead.start();
        ahead.destroy();
        assertThat(this.asked).hasValue(0);
    }

    @Test
    void leavesTheStoresToPagesBetweenPiecesOfThePast() {
        HandClock clock = new HandClock();
        Standing past = new Standing() {
            @Override
            public List<Memo<?>> standing() {
                return List.of();
            }

            @Override
            public boolean catchUp() {
                AheadTest.this.asked.incrementAndGet();
                clock.forward(Duration.ofSeconds(4));
                return true;
            }
        };
        Ahead ahead = new Ahead(List.of(past), new WebProperties(ZoneOffset.UTC, true), clock);
        ahead.turn();
        clock.forward(Duration.ofSeconds(7));
        ahead.turn();
        assertThat(this.asked).hasValue(1);
        clock.forward(Duration.ofSeconds(1));
        ahead.turn();
        assertThat(this.asked).hasValue(2);
    }

    private static void stop(Ahead ahead) {
        try {
            ahead.destroy();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private static Memo<Integer> memo(Supplier<Integer> question) {
        return Memo.behind(question, Duration.ofHours(1), Clock.systemUTC());
    }

    private static Ahead ahead(boolean on, Memo<?>... memos) {
        return new Ahead(List.of(() -> List.of(memos)), new WebProperties(ZoneOffset.UTC, on), Clock.systemUTC());
    }

}
