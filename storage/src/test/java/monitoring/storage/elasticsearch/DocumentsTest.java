package monitoring.storage.elasticsearch;

import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentsTest {

    @ParameterizedTest
    @ValueSource(strings = { "2026-11-21T02:10:00Z", "2026-11-21T02:10:00.120Z", "2026-11-21T00:00:07Z",
            "2026-11-21T02:10:59.000001Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z" })
    void timesReadAsInstantsDo(String time) {
        assertThat(Documents.iso(Instant.parse(time))).isEqualTo(time);
    }

    @Test
    void anyTimeReadsAsAnInstantDoes() {
        Random random = new Random(20261126);
        for (int i = 0; i < 100_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(-62_135_596_800L, 253_402_300_800L),
                    (i % 2 == 0) ? random.nextInt(1_000_000_000) : random.nextInt(1000) * 1_000_000L);
            assertThat(Documents.iso(time)).isEqualTo(time.toString());
        }
    }

}
