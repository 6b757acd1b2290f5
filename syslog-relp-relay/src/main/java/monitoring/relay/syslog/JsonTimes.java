package monitoring.relay.syslog;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Times in JSON: ISO texts with a zone, or seconds, milli-, micro- or nanoseconds since
 * 1970.
 */
final class JsonTimes {

    private JsonTimes() {
    }

    static @Nullable Instant read(Object value) {
        if (value instanceof String text) {
            Instant time = Timestamps.iso(text, 0, text.length(), null);
            return (time != null) ? time : number(text);
        }
        return (value instanceof Number number) ? number(number.toString()) : null;
    }

    private static @Nullable Instant number(String text) {
        if (text.isEmpty() || text.length() > 30 || !Timestamps.isDigit(text.charAt(0))) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            int digits = value.precision() - value.scale();
            int shift = (digits <= 10) ? 0 : (digits <= 13) ? 3 : (digits <= 16) ? 6 : 9;
            BigDecimal nanos = value.movePointRight(9 - shift);
            return (digits < 9 || digits > 19) ? null : Instant.ofEpochSecond(0, nanos.longValueExact());
        }
        catch (ArithmeticException | NumberFormatException ex) {
            return null;
        }
    }

}
