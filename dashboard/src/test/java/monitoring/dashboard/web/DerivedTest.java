package monitoring.dashboard.web;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DerivedTest {

    private final AtomicInteger worked = new AtomicInteger();

    private final Derived<String, String> derived = new Derived<>(2);

    @Test
    void worksOnceForTheSameQuestionAboutTheSameThings() {
        Object picture = new Object();
        Object usage = new Object();
        assertThat(ask("cpu", picture, usage)).isEqualTo("cpu 1");
        assertThat(ask("cpu", picture, usage)).isEqualTo("cpu 1");
        assertThat(ask("name", picture, usage)).isEqualTo("name 2");
    }

    @Test
    void forgetsWhatWasWorkedOutOfAnEarlierPicture() {
        // equal, but another one
        Object picture = new StringBuilder("picture").toString();
        Object next = new StringBuilder("picture").toString();
        Object usage = new Object();
        assertThat(ask("cpu", picture, usage)).isEqualTo("cpu 1");
        assertThat(ask("cpu", next, usage)).isEqualTo("cpu 2");
        assertThat(ask("cpu", next, new Object())).isEqualTo("cpu 3");
        assertThat(ask("cpu", next)).isEqualTo("cpu 4");
    }

    @Test
    void keepsSomeAnswersOnly() {
        Object picture = new Object();
        for (int i = 0; i < 100; i++) {
            ask("q" + i, picture);
        }
        for (int i = 0; i < 100; i++) {
            ask("q" + i, picture);
        }
        assertThat(this.worked).hasValueGreaterThan(190);
    }

    private String ask(String question, Object... sources) {
        return this.derived.of(question, () -> question + " " + this.worked.incrementAndGet(), sources);
    }

}
