package monitoring.dashboard.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import monitoring.localservers.HandClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MemoTest {

    private static final Duration AGE = Duration.ofSeconds(5);

    private final AtomicInteger asked = new AtomicInteger();

    private final HandClock clock = new HandClock();

    @Test
    void asksOnceForAllWhoComeWithinItsAge() {
        Memo<Integer> memo = new Memo<>(this.asked::incrementAndGet, AGE, this.clock);
        assertThat(memo.get()).isEqualTo(1);
        this.clock.forward(Duration.ofSeconds(4));
        assertThat(memo.get()).isEqualTo(1);
        this.clock.forward(Duration.ofSeconds(1));
        assertThat(memo.get()).isEqualTo(2);
    }

    @Test
    void answersAtOnceWhileItRefreshesBehind() {
        Memo<Integer> memo = Memo.behind(this.asked::incrementAndGet, AGE, this.clock);
        assertThat(memo.get()).isEqualTo(1);
        this.clock.forward(Duration.ofSeconds(6));
        assertThat(memo.get()).isEqualTo(1);
        await().until(() -> this.asked.get() == 2);
        await().until(() -> memo.get() == 2);
    }

    @Test
    void asksInFrontForWhatIsMuchTooOld() {
        Memo<Integer> memo = Memo.behind(this.asked::incrementAndGet, AGE, this.clock);
        memo.get();
        this.clock.forward(Duration.ofSeconds(31));
        assertThat(memo.get()).isEqualTo(2);
    }

    @Test
    void asksSeldomForWhatTakesLong() {
        // 4 s: asked for each 40 s at most, and given for 120 s
        Memo<Integer> memo = Memo.behind(() -> {
            this.clock.forward(Duration.ofSeconds(4));
            return this.asked.incrementAndGet();
        }, AGE, this.clock);
        memo.get();
        this.clock.forward(Duration.ofSeconds(39));
        memo.keep();
        assertThat(memo.get()).isEqualTo(1);
        assertThat(this.asked).hasValue(1);

        this.clock.forward(Duration.ofSeconds(2));
        assertThat(memo.get()).isEqualTo(1);
        await().until(() -> memo.get() == 2);

        this.clock.forward(Duration.ofSeconds(121));
        assertThat(memo.get()).isEqualTo(3);
    }

    @Test
    void refreshesWhatTakesLongWhileNothingElseOfTheKindIsAskedFor() {
        Memo<Integer> memo = Memo.behind(() -> {
            this.clock.forward(Duration.ofSeconds(1));
            return this.asked.incrementAndGet();
        }, AGE, this.clock);
        memo.keep();
        this.clock.forward(Duration.ofSeconds(16));
        Memo.alone(() -> {
            memo.keep();
            assertThat(this.asked).hasValue(1);
            assertThat(memo.get()).isEqualTo(1);
        });
        // the get above may still be on its way to ask
        Awaitility.await().untilAsserted(() -> {
            memo.keep();
            assertThat(this.asked).hasValue(2);
        });
    }

    @Test
    void doesNotKeepAnAnswerThatWasGivenBeforeAChange() {
        AtomicInteger value = new AtomicInteger(1);
        Memo<Integer>[] memo = new Memo[1];
        memo[0] = new Memo<>(() -> {
            int answer = value.get();
            if (this.asked.getAndIncrement() == 0) {
                value.set(2);
                memo[0].forget();
            }
            return answer;
        }, AGE, this.clock);
        assertThat(memo[0].get()).isEqualTo(1);
        assertThat(memo[0].get()).isEqualTo(2);
    }

    @Test
    void isKeptFromGrowingTooOldWhileNobodyLooks() {
        Memo<Integer> memo = Memo.behind(this.asked::incrementAndGet, AGE, this.clock);
        memo.keep();
        assertThat(this.asked).hasValue(1);
        assertThat(memo.get()).isEqualTo(1);
        this.clock.forward(Duration.ofSeconds(14));
        memo.keep();
        assertThat(this.asked).hasValue(1);
        this.clock.forward(Duration.ofSeconds(1));
        memo.keep();
        assertThat(this.asked).hasValue(2);
        this.clock.forward(Duration.ofSeconds(4));
        assertThat(memo.get()).isEqualTo(2);
    }

    @Test
    void letsWhoComesWhileItIsAskedForWaitForThatAnswer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch on = new CountDownLatch(1);
        Memo<Integer> memo = Memo.behind(() -> {
            begun.countDown();
            await().until(() -> on.getCount() == 0);
            return this.asked.incrementAndGet();
        }, AGE, this.clock);
        CompletableFuture<Void> ahead = CompletableFuture.runAsync(memo::keep);
        begun.await();
        CompletableFuture<Integer> page = CompletableFuture.supplyAsync(memo::get);
        CompletableFuture<Void> again = CompletableFuture.runAsync(memo::keep);
        again.get();
        on.countDown();
        assertThat(page.get()).isEqualTo(1);
        ahead.get();
        assertThat(this.asked).hasValue(1);
    }

    @Test
    void followsAChangeWithoutAskingAnew() {
        AtomicInteger change = new AtomicInteger();
        Memo<Integer>[] memo = new Memo[1];
        memo[0] = Memo.behind(() -> {
            if (change.getAndIncrement() == 1) {
                memo[0].amend((answer) -> answer + 10);
            }
            return this.asked.incrementAndGet();
        }, AGE, this.clock);
        assertThat(memo[0].get()).isEqualTo(1);
        memo[0].amend((answer) -> answer + 100);
        assertThat(memo[0].get()).isEqualTo(101);
        this.clock.forward(Duration.ofSeconds(31));
        // what was asked for before the second change is given once and not kept
        assertThat(memo[0].get()).isEqualTo(2);
        assertThat(memo[0].get()).isEqualTo(3);
    }

}
