package monitoring.dashboard.web;

import java.util.Locale;

import monitoring.storage.metric.Resource;
import org.jspecify.annotations.Nullable;

/** Says values with their units. */
public final class Units {

    /** From here on a long does not hold a number with two digits after the point. */
    private static final double LARGE = 1e15;

    private static final String[] BYTES = { "B", "KiB", "MiB", "GiB", "TiB", "PiB" };

    /** A value in the unit of a resource; a dash where there is none. */
    public String value(Resource resource, @Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return switch (resource) {
            case LOAD -> decimal(value, 2);
            case NETWORK -> decimal(value, 1) + "/s";
            case PROCESS, HEARTBEAT, BLIND, NOTIFICATION -> "–";
            default -> percent(value);
        };
    }

    /** A limit in the unit of a resource, as it was written. */
    public String limit(Resource resource, double limit) {
        return switch (resource) {
            case LOAD -> exact(limit);
            case NETWORK -> exact(limit) + "/s";
            default -> exact(limit) + "%";
        };
    }

    /** A number with all its digits, and no point where it is whole. */
    private static String exact(double value) {
        return (value == Math.rint(value)) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** One decimal and the sign; a dash where there is no value. */
    public String percent(@Nullable Double value) {
        return (value == null) ? "–" : decimal(value, 1) + "%";
    }

    /** A count with separators. */
    public String count(int value) {
        // an expression whose arguments must be converted is not compiled
        return count((long) value);
    }

    /** A count with separators. */
    public String count(long value) {
        String digits = Long.toString(value);
        int first = (value < 0) ? 1 : 0;
        if (digits.length() - first <= 3) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > first; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    /** A number without a needless fraction. */
    public String plain(double value) {
        return decimal(value, (value == Math.rint(value)) ? 0 : 1);
    }

    /** Bytes in the largest binary unit. */
    public String bytes(long value) {
        return bytes((double) value);
    }

    /** Bytes in the largest binary unit. */
    public String bytes(double value) {
        int unit = 0;
        double rest = value;
        while (Math.abs(rest) >= 1024 && unit < BYTES.length - 1) {
            rest /= 1024;
            unit++;
        }
        return decimal(rest, (unit == 0 || rest >= 100) ? 0 : 1) + " " + BYTES[unit];
    }

    /** A value within 0..100, for a bar. */
    public String bar(@Nullable Double value) {
        double within = (value == null) ? 0 : Math.max(0, Math.min(100, value));
        return decimal(within, 1) + "%";
    }

    /**
     * A number with some digits after the point, the nearest one. A list has hundreds of
     * them, and a Formatter takes ten times as long for one.
     */
    private static String decimal(double value, int digits) {
        if (!(Math.abs(value) < LARGE)) {
            // also what is no number
            return String.format(Locale.ROOT, "%." + digits + "f", value);
        }
        long scale = (digits == 0) ? 1 : (digits == 1) ? 10 : 100;
        long scaled = Math.round(Math.abs(value) * scale);
        StringBuilder text = new StringBuilder(12);
        if (value < 0 && scaled > 0) {
            text.append('-');
        }
        text.append(scaled / scale);
        if (digits > 0) {
            String rest = Long.toString(scaled % scale);
            text.append('.').append("0".repeat(digits - rest.length())).append(rest);
        }
        return text.toString();
    }

}
