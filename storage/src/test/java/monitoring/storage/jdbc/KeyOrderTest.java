package monitoring.storage.jdbc;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.jdbc.KeyOrder.Key;
import monitoring.storage.jdbc.KeyOrder.Kind;
import monitoring.storage.paging.Cursor;
import monitoring.storage.paging.InvalidCursorException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyOrderTest {

    private static final KeyOrder ORDER = KeyOrder.newestFirst("at", "id");

    @Test
    void findsWhatComesAfterAPlaceAndBeforeIt() {
        Map<String, Object> parameters = new HashMap<>();
        Cursor place = new Cursor(List.of("2026-11-21T02:10:05", "7"));
        assertThat(ORDER.beyond(place, false, parameters))
            .isEqualTo("at <= :key_0 and (at < :key_0 or (at = :key_0 and id < :key_1))");
        assertThat(ORDER.beyond(place, true, parameters))
            .isEqualTo("at >= :key_0 and (at > :key_0 or (at = :key_0 and id > :key_1))");
        assertThat(parameters)
            .isEqualTo(Map.of("key_0", LocalDateTime.parse("2026-11-21T02:10:05"), "key_1", Long.valueOf(7)));
        assertThat(ORDER.by(true, Dialect.MARIADB)).isEqualTo("at, id");
    }

    @Test
    void namesWhatAStretchSharesOnlyWhereAnIndexIsNotFoundWithoutIt() {
        KeyOrder stretched = new KeyOrder(List.of(new Key("level", Kind.TEXT, false), new Key("id", Kind.NUMBER, true)),
                List.of("warning", "fail"));
        assertThat(stretched.by(false, Dialect.H2)).isEqualTo("level, id desc");
        assertThat(stretched.by(false, Dialect.MARIADB)).isEqualTo("id desc");
        assertThat(stretched.by(true, Dialect.POSTGRESQL)).isEqualTo("id");
    }

    @ParameterizedTest
    @CsvSource({ "yesterday,7,a time", "+999999999-12-31T00:00:00,7,a time", "2026-11-21T02:10:05,seven,a number" })
    void refusesPlacesThatNoDatabaseKeeps(String time, String id, String expected) {
        Cursor place = new Cursor(List.of(time, id));
        assertThatExceptionOfType(InvalidCursorException.class)
            .isThrownBy(() -> ORDER.beyond(place, false, new HashMap<>()))
            .withMessageContaining("(expected: " + expected);
    }

    @Test
    void refusesPlacesOfAnotherOrder() {
        assertThatExceptionOfType(InvalidCursorException.class)
            .isThrownBy(() -> ORDER.beyond(new Cursor(List.of("7")), false, new HashMap<>()))
            .withMessageContaining("cursor: 1 keys (expected: 2 keys");
        assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> KeyOrder.Kind.REAL.parse("NaN"))
            .withMessageContaining("a number");
    }

}
