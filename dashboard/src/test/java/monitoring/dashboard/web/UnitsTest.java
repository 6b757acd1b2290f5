package monitoring.dashboard.web;

import java.util.Locale;
import java.util.Random;

import monitoring.storage.metric.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnitsTest {

    private final Units units = new Units();

    @ParameterizedTest
    @CsvSource({ "0, 0.0%", "42.04, 42.0%", "42.05, 42.1%", "99.95, 100.0%", "100, 100.0%", "-0.04, 0.0%",
            "-3.25, -3.3%", "7.5e14, 750000000000000.0%", "1e18, 1000000000000000000.0%", "NaN, NaN%",
            "Infinity, Infinity%" })
    void saysPercentWithOneDigit(double value, String text) {
        assertThat(this.units.percent(value)).isEqualTo(text);
    }

    @Test
    void saysADashWhereThereIsNoValue() {
        assertThat(this.units.percent(null)).isEqualTo("–");
        assertThat(this.units.value(Resource.LOAD, null)).isEqualTo("–");
        assertThat(this.units.bar(null)).isEqualTo("0.0%");
    }

    @Test
    void saysAResourceInItsUnit() {
        assertThat(this.units.value(Resource.CPU, 93.14)).isEqualTo("93.1%");
        assertThat(this.units.value(Resource.LOAD, 1.046)).isEqualTo("1.05");
        assertThat(this.units.value(Resource.LOAD, 12.0)).isEqualTo("12.00");
        assertThat(this.units.value(Resource.NETWORK, 3.06)).isEqualTo("3.1/s");
        assertThat(this.units.value(Resource.PROCESS, 1.0)).isEqualTo("–");
    }

    @ParameterizedTest
    @ValueSource(strings = { "0; 0", "7; 7", "999; 999", "1000; 1,000", "-999; -999", "-1000; -1,000",
            "123456; 123,456", "1234567; 1,234,567", "9223372036854775807; 9,223,372,036,854,775,807" })
    void groupsDigits(String row) {
        String[] cells = row.split("; ");
        assertThat(this.units.count(Long.parseLong(cells[0]))).isEqualTo(cells[1]);
    }

    @ParameterizedTest
    @CsvSource({ "0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "1536, 1.5 KiB", "136314880, 130 MiB",
            "13194139533, 12.3 GiB", "-2048, -2.0 KiB" })
    void saysBytesInTheLargestUnit(double value, String text) {
        assertThat(this.units.bytes(value)).isEqualTo(text);
    }

    @Test
    void saysANumberWithoutANeedlessFraction() {
        assertThat(this.units.plain(85)).isEqualTo("85");
        assertThat(this.units.plain(84.55)).isEqualTo("84.6");
        assertThat(this.units.limit(Resource.CPU, 84.55)).isEqualTo("84.55%");
        assertThat(this.units.limit(Resource.LOAD, 4)).isEqualTo("4");
        assertThat(this.units.limit(Resource.NETWORK, 0.5)).isEqualTo("0.5/s");
    }

    @Test
    void keepsABarWithinItsTrack() {
        assertThat(this.units.bar(-3.0)).isEqualTo("0.0%");
        assertThat(this.units.bar(42.5)).isEqualTo("42.5%");
        assertThat(this.units.bar(130.0)).isEqualTo("100.0%");
    }

    @Test
    void saysWhatAFormatterWouldSay() {
        Random values = new Random(4711);
        for (int i = 0; i < 10_000; i++) {
            double value = values.nextDouble(100_000);
            assertThat(this.units.percent(value)).isEqualTo(String.format(Locale.ROOT, "%.1f%%", value));
            assertThat(this.units.count((long) value)).isEqualTo(String.format(Locale.ROOT, "%,d", (long) value));
        }
    }

}
