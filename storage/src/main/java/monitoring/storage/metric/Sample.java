package monitoring.storage.metric;

import java.time.Instant;
import java.util.Map;

import static java.util.Objects.requireNonNull;

/**
 * One or more values that were measured of one thing at one time.
 *
 * @param measurement where it belongs
 * @param tags what it was measured of, by the names of {@link Tags}; copied
 * @param fields the values, at least one, none of them NaN or infinite; copied
 * @param time when it was measured
 */
public record Sample(Measurement measurement, Map<String, String> tags, Map<String, Number> fields, Instant time) {

    public Sample {
        requireNonNull(measurement, "measurement");
        requireNonNull(time, "time");
        tags = Map.copyOf(tags);
        fields = Map.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("fields of " + tags + ": none (expected: at least one)");
        }
        for (Map.Entry<String, Number> field : fields.entrySet()) {
            if (!Double.isFinite(field.getValue().doubleValue())) {
                throw new IllegalArgumentException("field " + field.getKey() + " of " + tags + ": " + field.getValue()
                        + " (expected: a finite number)");
            }
        }
    }

    /** A sample with the one field {@code value}. */
    public static Sample of(Measurement measurement, Map<String, String> tags, double value, Instant time) {
        return new Sample(measurement, tags, Map.of(Tags.VALUE, value), time);
    }

}
