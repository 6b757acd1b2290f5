package monitoring.storage.paging;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CursorTest {

    @Test
    void standsInAnAddressAsItIs() {
        Cursor cursor = new Cursor(List.of("쇼핑몰/0 & more", "", "2026-11-21T02:10:05", "-17"));
        assertThat(cursor.text()).matches("[A-Za-z0-9_.-]+");
        assertThat(Cursor.of(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "hostile' or '1'='1", "a b", "쇼핑몰" })
    void refusesWhatNoListGave(String text) {
        assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> Cursor.of(text))
            .withMessageContaining("(expected: ");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> Cursor.of("a".repeat(4001)))
            .withMessageContaining("4001 characters");
    }

}
