package monitoring.relay.syslog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/** Reads the times that logs carry, without the formatter's cost. */
final class Timestamps {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private Timestamps() {
    }

    /**
     * {@code 2026-11-21T00:09:35.767398+00:00} and its kin: blank or {@code T}, {@code -}
     * or {@code /}, 0 to 9 digits of fraction after point or comma, {@code Z}, an offset
     * or none.
     * @param zone zone where the text names none; null to refuse such a text
     */
    static @Nullable Instant iso(CharSequence text, int start, int end, @Nullable ZoneId zone) {
        if (end - start < 19 || !digits(text, start, 4) || !digits(text, start + 5, 2) || text.charAt(start + 13) != ':'
                || text.charAt(start + 16) != ':') {
            return null;
        }
        try {
            int at = start + 19;
            int nano = 0;
            if (at < end && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                int first = ++at;
                while (at < end && at - first < 9 && isDigit(text.charAt(at))) {
                    nano = nano * 10 + text.charAt(at++) - '0';
                }
                nano *= POWERS[9 - (at - first)];
            }
            LocalDateTime time = LocalDateTime.of(number(text, start, 4), number(text, start + 5, 2),
                    number(text, start + 8, 2), blankNumber(text, start + 11), number(text, start + 14, 2),
                    Math.min(59, number(text, start + 17, 2)), nano);
            return at(time, text, at, end, zone);
        }
        catch (DateTimeException | NumberFormatException ex) {
            return null;
        }
    }

    private static final int[] POWERS = { 1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
            1_000_000_000 };

    private static @Nullable Instant at(LocalDateTime time, CharSequence text, int at, int end, @Nullable ZoneId zone) {
        if (at == end) {
            return (zone != null) ? time.atZone(zone).toInstant() : null;
        }
        char sign = text.charAt(at);
        if (sign == 'Z' && at + 1 == end) {
            return time.toInstant(ZoneOffset.UTC);
        }
        if ((sign == '+' || sign == '-') && end - at >= 5) {
            int hours = number(text, at + 1, 2);
            int minutes = number(text, end - 2, 2);
            int seconds = (hours * 60 + minutes) * 60;
            return time.toInstant(ZoneOffset.ofTotalSeconds((sign == '-') ? -seconds : seconds));
        }
        return null;
    }

    /**
     * {@code Aug  7 11:07:24} of RFC 3164, without year and zone: the year in which it
     * lies nearest before the time of receipt, or at most a day behind it.
     */
    static @Nullable Instant bsd(CharSequence text, int start, Instant receivedAt, ZoneId zone) {
        if (text.length() - start < 15) {
            return null;
        }
        int month = month(text, start);
        if (month < 0 || text.charAt(start + 3) != ' ' || text.charAt(start + 6) != ' ' || text.charAt(start + 9) != ':'
                || text.charAt(start + 12) != ':') {
            return null;
        }
        try {
            int year = receivedAt.atZone(zone).getYear();
            Instant time = null;
            for (int candidate = year + 1; time == null || time.isAfter(receivedAt.plusSeconds(86_400)); candidate--) {
                time = bsd(text, start, month, candidate, zone);
                if (candidate < year - 4) {
                    return null;
                }
            }
            return time;
        }
        catch (NumberFormatException ex) {
            return null;
        }
    }

    private static @Nullable Instant bsd(CharSequence text, int start, int month, int year, ZoneId zone) {
        try {
            return LocalDateTime
                .of(year, month, blankNumber(text, start + 4), number(text, start + 7, 2), number(text, start + 10, 2),
                        Math.min(59, number(text, start + 13, 2)))
                .atZone(zone)
                .toInstant();
        }
        catch (DateTimeException ex) {
            return null; // February 29th in another year
        }
    }

    /** 1..12, or -1. */
    static int month(CharSequence text, int start) {
        if (start + 3 > text.length()) {
            return -1;
        }
        int index = MONTHS.indexOf(text.subSequence(start, start + 3).toString());
        return (index >= 0 && index % 3 == 0) ? index / 3 + 1 : -1;
    }

    static int number(CharSequence text, int start, int length) {
        int value = 0;
        for (int i = start; i < start + length; i++) {
            if (!isDigit(text.charAt(i))) {
                throw new NumberFormatException("no digit");
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    /** A number of two places whose first may be blank. */
    private static int blankNumber(CharSequence text, int start) {
        return (text.charAt(start) == ' ') ? number(text, start + 1, 1) : number(text, start, 2);
    }

    private static boolean digits(CharSequence text, int start, int count) {
        for (int i = start; i < start + count; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

}
