package monitoring.localservers.platform;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OptionsTest {

    private static final Path DEFAULT = Path.of("/default");

    @Test
    void hasDefaults() {
        assertThat(Options.parse(List.of(), DEFAULT)).isEqualTo(new Options(false, DEFAULT, 0));
    }

    @Test
    void takesAll() {
        assertThat(Options.parse(List.of("--port-offset", "1000", "--data", "/a/../b", "--demo"), DEFAULT))
            .isEqualTo(new Options(true, Path.of("/b"), 1000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port-offset many   | --port-offset: many (expected: a number)
            --port-offset 40000  | --port-offset: 40000 (expected: 0..39980)
            --port-offset -1     | --port-offset: -1 (expected: 0..39980)
            --data               | --data: no value (expected: usage: script/server
            --dmeo               | --dmeo: unknown (expected: usage: script/server
            """)
    void saysWhatIsWrong(String line, String message) {
        assertThatExceptionOfType(OptionException.class)
            .isThrownBy(() -> Options.parse(List.of(line.strip().split(" +")), DEFAULT))
            .withMessageStartingWith(message);
    }

}
