package monitoring.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.InvalidCursorException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ApiPageTest {

    private final List<String> all = new ArrayList<>(List.of("b", "d", "f", "h", "j"));

    private ApiPage<String> after(@Nullable String place) {
        return ApiPage.part(this.all, new ApiPage.Part(null, 2, place), Function.identity());
    }

    @Test
    void meetsEachItemOnceThoughOthersComeAndGo() {
        ApiPage<String> first = after(null);
        assertThat(first.items()).containsExactly("b", "d");
        this.all.add(0, "a");
        ApiPage<String> second = after(first.next());
        assertThat(second.items()).containsExactly("f", "h");
        this.all.remove("h");
        ApiPage<String> third = after(second.next());
        assertThat(third.items()).as("where the one that is gone stood").containsExactly("j");
        assertThat(third.next()).isNull();
    }

    @Test
    void endsWithTheLastPage() {
        assertThat(after(after(after(null).next()).next()))
            .isEqualTo(new ApiPage<>(List.of("j"), null, 2, 5, true, null));
        assertThat(ApiPage.part(this.all, new ApiPage.Part(1, 3, null), Function.identity()))
            .isEqualTo(new ApiPage<>(List.of("h", "j"), 1, 3, 5, true, null));
    }

    @Test
    void refusesWhatIsNoPlace() {
        String other = new Cursor(List.of("2026-11-21T02:10", "7", "8")).text();
        assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> after(other));
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> new ApiPage.Part(1, 10, other).request())
            .withMessageContaining("page: 1 (expected: no after beside it)");
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> new ApiPage.Part(101, 100, null).request())
            .withMessageContaining("page: 101 (expected: 0..100; what comes later, by next)");
        assertThat(new ApiPage.Part(100, 100, null).request().offset()).isEqualTo(10_000);
    }

}
