package monitoring.storage.paging;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PageRequestTest {

    @Test
    void countsWhatComesBeforeIt() {
        assertThat(new PageRequest(0, 50).offset()).isZero();
        assertThat(new PageRequest(100_000_000, 1000).offset()).isEqualTo(100_000_000_000L);
    }

    @Test
    void isInOnePlaceOnly() {
        Cursor place = new Cursor(List.of("7"));
        assertThat(PageRequest.first(5).after(place).before(place).after()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(1, 5, place, null, true))
            .withMessageContaining("(expected: one of them)");
        assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(0, 5, place, place, true))
            .withMessageContaining("(expected: one of them)");
    }

    @ParameterizedTest
    @CsvSource({ "-1, 10", "0, 0", "0, 1001" })
    void refusesPagesThatMakeNoSense(int number, int size) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(number, size))
            .withMessageContaining("(expected: >= 0, 1..1000)");
    }

}
