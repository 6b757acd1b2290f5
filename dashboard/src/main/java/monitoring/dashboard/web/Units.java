package monitoring.dashboard.web;

import java.util.Locale;

import monitoring.storage.metric.Resource;
import org.jspecify.annotations.Nullable;

/** Says values with their units. */
public final class Units {

    private static final String[] BYTES = { "B", "KiB", "MiB", "GiB", "TiB", "PiB" };

    /** A value in the unit of a resource; a dash where there is none. */
    public String value(Resource resource, @Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return switch (resource) {
            case LOAD -> String.format(Locale.ROOT, "%.2f", value);
            case NETWORK -> String.format(Locale.ROOT, "%.1f/s", value);
            case PROCESS, HEARTBEAT, BLIND, NOTIFICATION -> "–";
            default -> percent(value);
        };
    }

    /** One decimal and the sign; a dash where there is no value. */
    public String percent(@Nullable Double value) {
        return (value == null) ? "–" : String.format(Locale.ROOT, "%.1f%%", value);
    }

    /** A count with separators. */
    public String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A number without a needless fraction. */
    public String plain(double value) {
        return (value == Math.rint(value)) ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    /** Bytes in the largest binary unit. */
    public String bytes(double value) {
        int unit = 0;
        double rest = value;
        while (Math.abs(rest) >= 1024 && unit < BYTES.length - 1) {
            rest /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, (unit == 0 || rest >= 100) ? "%.0f %s" : "%.1f %s", rest, BYTES[unit]);
    }

    /** A value within 0..100, for a bar. */
    public String bar(@Nullable Double value) {
        double within = (value == null) ? 0 : Math.max(0, Math.min(100, value));
        return String.format(Locale.ROOT, "%.1f%%", within);
    }

}
