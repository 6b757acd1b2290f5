package monitoring.storage.metric;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import monitoring.storage.metric.TargetUsage.LastSeen;
import org.jspecify.annotations.Nullable;

/**
 * When the targets of an origin last reported. As there may be 100,000 containers, those
 * of an app are one row of times, and what names them is not kept.
 */
public final class LastSamples {

    /** Instances with a higher index are kept one by one. */
    private static final int LONGEST_ROW = 10_000;

    private final Map<String, @Nullable Instant[]> rows = new HashMap<>();

    private final Map<String, Instant> others = new HashMap<>();

    private final Map<String, LastSeen> named = new HashMap<>();

    /** Keeps the newest time of a target, and what names it if it is no container. */
    public void put(LastSeen seen) {
        MetricTarget target = seen.target();
        if (Measurement.of(target.origin()) == Measurement.CONTAINER) {
            put(target.tag(Tags.APPLICATION_ID), target.tag(Tags.APPLICATION_INDEX), seen.lastSample());
            return;
        }
        this.named.merge(target.id(), seen,
                (one, other) -> one.lastSample().isBefore(other.lastSample()) ? other : one);
    }

    /**
     * Keeps the newest time of an instance of an app.
     * @param appGuid of the app
     * @param index of the instance, as its agent tells it
     * @param time of a sample
     */
    public void put(String appGuid, String index, Instant time) {
        int number = number(index);
        if (number < 0) {
            this.others.merge(appGuid + "/" + index, time, (one, other) -> one.isBefore(other) ? other : one);
            return;
        }
        @Nullable Instant[] row = this.rows.get(appGuid);
        if (row == null || row.length <= number) {
            row = (row == null) ? new Instant[number + 1] : Arrays.copyOf(row, Math.max(number + 1, row.length * 2));
            this.rows.put(appGuid, row);
        }
        Instant known = row[number];
        row[number] = (known == null || known.isBefore(time)) ? time : known;
    }

    /** The number of an index that is written as we write one, else -1. */
    private static int number(String index) {
        if (index.isEmpty() || index.length() > 4 || (index.length() > 1 && index.charAt(0) == '0')) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < index.length(); i++) {
            int digit = index.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /**
     * When a target whose name is kept last reported, null if it did not; by
     * {@link MetricTarget#id()}.
     */
    public @Nullable Instant of(String id) {
        LastSeen seen = this.named.get(id);
        return (seen == null) ? null : seen.lastSample();
    }

    /** When an instance of an app last reported, null if it did not. */
    public @Nullable Instant of(String appGuid, int index) {
        if (index >= LONGEST_ROW) {
            return this.others.get(appGuid + "/" + index);
        }
        @Nullable Instant[] row = this.rows.get(appGuid);
        return (row == null || index < 0 || row.length <= index) ? null : row[index];
    }

    /** Whether any of them reported after a moment. */
    public boolean isAnyAfter(Instant moment) {
        return this.named.values().stream().anyMatch((one) -> one.lastSample().isAfter(moment))
                || this.others.values().stream().anyMatch((time) -> time.isAfter(moment))
                || this.rows.values()
                    .stream()
                    .flatMap(Arrays::stream)
                    .anyMatch((time) -> time != null && time.isAfter(moment));
    }

    /** How many reported. */
    public int size() {
        return this.named.size() + this.others.size()
                + (int) this.rows.values().stream().flatMap(Arrays::stream).filter(Objects::nonNull).count();
    }

    /** Those whose names are kept, in no order. */
    public List<LastSeen> named() {
        return List.copyOf(this.named.values());
    }

}
