package monitoring.dashboard.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTest {

    @Test
    void quotesWhatNeedsIt() {
        StringBuilder out = new StringBuilder();
        new Csv(out).row("a", "b,c", "say \"hi\"", "two\nlines", null, -4.5);
        assertThat(out).hasToString("\uFEFFa,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",,-4.5\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "=HYPERLINK(\"http://e.org\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1" })
    void isNoFormula(String hostile) {
        assertThat(Csv.cell(hostile)).matches("(?s)\"?'.*");
    }

}
